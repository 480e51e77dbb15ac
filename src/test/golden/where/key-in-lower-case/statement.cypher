CYPHER 5
MATCH (n0:Product)
WHERE (n0.key IN $p2 AND n0.key IS NOT NULL)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.code] }] AS row
UNION ALL
RETURN 1 AS field, [[COUNT { MATCH (n1:Product) WHERE n1.code = $p4 RETURN 1 }]] AS row
UNION ALL
RETURN 2 AS field,
  [head(COLLECT { MATCH (n2:Product) WHERE n2.key = $p6 WITH n2 LIMIT 1 RETURN [n2.code] })] AS row
