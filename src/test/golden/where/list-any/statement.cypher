CYPHER 5
MATCH (n0:Product)
WHERE any(element IN CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END
  WHERE CASE WHEN element IS :: STRING
    THEN reduce(folded = normalize(toLower(element), NFKD),
      pair IN $p2 | replace(folded, pair[0], pair[1])) END STARTS WITH $p3)
WITH n0
ORDER BY n0.code ASC, n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.code, n0.name] }] AS row
