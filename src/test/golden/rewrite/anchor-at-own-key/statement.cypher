CYPHER 5 MATCH (n0:Product)
WHERE (n0.key = $p1
  AND n0.category = $p2)
WITH n0 ORDER BY n0.key ASC
RETURN 0 AS field, [n0.code] AS row
