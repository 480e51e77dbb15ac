CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Municipality)
    WHERE n0.code IS NOT NULL
    WITH n0
    ORDER BY n0.code ASC
    SKIP $p2
    LIMIT $p3
    RETURN [n0.code]
  }] AS row
