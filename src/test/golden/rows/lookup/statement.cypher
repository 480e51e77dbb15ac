CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Product)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [n0.code, n0.name, n0.category]
  })] AS row
