CYPHER 5 MATCH (n0:Module)
WITH n0 ORDER BY n0.start DESC, n0.number ASC, n0.key ASC
RETURN 0 AS field, [n0.number, n0.start] AS row
