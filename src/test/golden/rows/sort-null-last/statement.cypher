CYPHER 5 MATCH (n0:Source)
WITH n0 ORDER BY n0.publishedOn ASC, n0.key ASC
RETURN 0 AS field, [n0.key, n0.publishedOn] AS row
