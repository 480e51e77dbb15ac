CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Product)
    WITH n0
    ORDER BY n0.code DESC, n0.key ASC
    LIMIT $p2
    RETURN [n0.code, n0.name]
  }] AS row
