CYPHER 5
RETURN 0 AS field,
  [head(COLLECT { MATCH (n0:Provider) WHERE n0.agb = $p2 WITH n0 LIMIT 1 RETURN [n0.name] })] AS row
