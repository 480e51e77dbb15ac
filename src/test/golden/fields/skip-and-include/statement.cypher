CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Criterion)
    WHERE n0.code = $p2
    WITH n0
    LIMIT 1
    RETURN [n0.code, n0.source]
  })] AS row
