CYPHER 5
MATCH (n0:Product)
WHERE n0.code IN $p3
WITH n0
ORDER BY n0.code ASC, n0.key ASC
WITH collect(n0) AS v1
UNWIND range(0, size(v1) - 1, 200) AS v2
RETURN 0 AS field, [COLLECT { UNWIND v1[v2..v2 + 200] AS n0 RETURN [n0.code, n0.name] }] AS row
