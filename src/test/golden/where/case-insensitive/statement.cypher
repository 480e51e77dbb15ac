CYPHER 5
MATCH (n0:Segment)
WHERE (CASE WHEN n0.name IS :: STRING
    THEN reduce(folded = normalize(toLower(n0.name), NFKD),
      pair IN $p1 | replace(folded, pair[0], pair[1])) END CONTAINS $p2
  AND CASE WHEN n0.name IS :: STRING
    THEN reduce(folded = normalize(toLower(n0.name), NFKD),
      pair IN $p1 | replace(folded, pair[0], pair[1])) END STARTS WITH $p3
  AND n0.key IS NOT NULL)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.key] }] AS row
