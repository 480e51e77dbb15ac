CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Module)
    WHERE (n0.number IN $p1 AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.number,
      COLLECT {
        MATCH (n0) ((n1)-[r0:CHILD_OF]->(n2:Module)){1,20} (n3)
        WITH DISTINCT n3
        ORDER BY n3.key ASC
        RETURN [n3.number]
      },
      COLLECT {
        MATCH (n0) ((n4)<-[r1:CHILD_OF]-(n5:Module)){1,20} (n6)
        WITH DISTINCT n6
        ORDER BY n6.key ASC
        RETURN [n6.number]
      }]
  }] AS row
