CYPHER 5
RETURN 0 AS field, [[COUNT { MATCH (n0:Module) RETURN 1 }]] AS row
