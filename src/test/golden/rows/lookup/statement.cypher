CYPHER 5
MATCH (n0:Product)
WHERE n0.key = $p2
RETURN 0 AS field, [n0.code, n0.name, n0.category] AS row
