CYPHER 5 MATCH (n0:Region)
WHERE n0.code IS NOT NULL
WITH n0 ORDER BY n0.code ASC
RETURN 0 AS field, [n0.code] AS row UNION ALL
MATCH (n1:Region)
WHERE false
WITH n1 ORDER BY n1.code ASC
RETURN 1 AS field, [n1.code] AS row
