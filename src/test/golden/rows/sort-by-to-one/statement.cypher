CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Module)
    WITH n0
    ORDER BY head(COLLECT {
        MATCH (n0)-[r0:CHILD_OF]->(n1:Module)
        WITH r0, n1
        ORDER BY n1.key ASC
        LIMIT 1
        RETURN n1.number
      }) DESC,
      n0.key ASC
    LIMIT $p2
    RETURN [n0.key]
  }] AS row
