CYPHER 5 MATCH (n0:Product)
WHERE (n0.category = $p1
  AND n0.key IS NOT NULL)
WITH n0 ORDER BY n0.key ASC
RETURN 0 AS field, [n0.code] AS row UNION ALL
MATCH (n1:Segment)
WHERE (n1.scheme = $p2
  AND n1.key IS NOT NULL)
WITH n1 ORDER BY n1.key ASC
RETURN 1 AS field, [n1.code] AS row UNION ALL
MATCH (n2:Product)
WHERE n2.key IS NOT NULL
WITH n2 ORDER BY n2.key ASC LIMIT $p3
RETURN 2 AS field, [n2.code] AS row
