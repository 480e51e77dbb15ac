CYPHER 5
MATCH (n0:Municipality)
WHERE CASE WHEN n0.name IS :: STRING
  THEN reduce(folded = normalize(toLower(n0.name), NFKD),
    pair IN $p2 | replace(folded, pair[0], pair[1])) END STARTS WITH $p3
WITH n0
ORDER BY CASE WHEN n0.name IS :: STRING
    THEN reduce(folded = normalize(toLower(n0.name), NFKD),
      pair IN $p2 | replace(folded, pair[0], pair[1])) + '\u0000' + n0.name
    ELSE n0.name END ASC,
  n0.code ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.name] }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n1:Product)
    WHERE (CASE WHEN n1.name IS :: STRING
        THEN reduce(folded = normalize(toLower(n1.name), NFKD),
          pair IN $p2 | replace(folded, pair[0], pair[1])) END CONTAINS $p5
      AND n1.key IS NOT NULL)
    WITH n1
    ORDER BY n1.key ASC
    LIMIT $p6
    RETURN [n1.name]
  }] AS row
