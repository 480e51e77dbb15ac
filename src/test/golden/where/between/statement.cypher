CYPHER 5
MATCH (n0:Source)
WHERE (n0.publishedOn >= $p1 AND n0.publishedOn <= $p2 AND n0.key IS NOT NULL)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.key, n0.publishedOn] }] AS row
UNION ALL
MATCH (n1:Source)
WHERE (n1.publishedOn <= $p3 AND n1.key IS NOT NULL)
WITH n1
ORDER BY n1.key ASC
WITH collect(n1) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 1 AS field, [COLLECT { UNWIND v2[v3..v3 + 200] AS n1 RETURN [n1.key] }] AS row
