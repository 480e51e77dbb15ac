CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Provider)
    WHERE n0.agb IS NOT NULL
    WITH n0
    ORDER BY n0.agb ASC
    LIMIT $p2
    RETURN [n0.agb]
  }] AS row
