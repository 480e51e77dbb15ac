CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Product)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)-[r0:SHARES_NAME_WITH]-(n1:Product)
      WITH DISTINCT n1
      ORDER BY n1.key ASC
      RETURN [n1.code]
    }]
  })] AS row
