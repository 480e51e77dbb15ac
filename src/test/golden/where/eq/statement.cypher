CYPHER 5 MATCH (n0:Product)
WHERE n0.code = $p1
WITH n0 ORDER BY n0.code ASC, n0.key ASC
RETURN 0 AS field, [n0.code, n0.name] AS row
