CYPHER 5 MATCH (n0:Product)
WHERE $p1 IN CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END
WITH n0 ORDER BY n0.code ASC, n0.key ASC
RETURN 0 AS field, [n0.code, n0.name] AS row
