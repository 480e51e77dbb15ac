CYPHER 5
MATCH (n0:Provider)
WHERE n0.agb = $p2
RETURN 0 AS field, [n0.name] AS row
