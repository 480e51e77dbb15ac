CYPHER 5
MATCH (n0:Product)
WHERE (n0.key = $p2 AND n0.category = $p3)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.code] }] AS row
