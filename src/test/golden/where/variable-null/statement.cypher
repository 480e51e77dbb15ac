CYPHER 5 MATCH (n0:Product)
WHERE (n0.category IS NULL
  AND n0.key IS NOT NULL)
WITH n0 ORDER BY n0.key ASC
RETURN 0 AS field, [n0.code] AS row
