CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Product)
    WHERE n0.key IS NOT NULL
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.code]
  }] AS row
UNION ALL
MATCH (n1:Product)
WHERE (n1.code = $p4 AND n1.key IS NOT NULL)
WITH n1
ORDER BY n1.key ASC
WITH collect(n1) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 1 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n1 RETURN [n1.code] }] AS row
UNION ALL
MATCH (n2:Product)
WHERE false
WITH n2
ORDER BY n2.key ASC
WITH collect(n2) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 2 AS field, [COLLECT { UNWIND v2[v3..v3 + 200] AS n2 RETURN [n2.code] }] AS row
