CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Region)
    WHERE n0.code IS NOT NULL
    WITH n0
    ORDER BY n0.code DESC
    LIMIT ($p2 + 1)
    RETURN [n0.code]
  }] AS row
