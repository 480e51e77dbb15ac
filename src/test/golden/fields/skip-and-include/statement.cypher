CYPHER 5
MATCH (n0:Criterion)
WHERE n0.code = $p2
RETURN 0 AS field, [n0.code, n0.source] AS row
