CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Product)
    WHERE n0.key IS NOT NULL
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.code]
  }] AS row
