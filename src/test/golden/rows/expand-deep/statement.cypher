CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Youth)
    WHERE (NOT (coalesce(n0.birthDate > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)<-[r0:FOR]-(n1:Trajectory)
      WHERE NOT (coalesce(n1.signalledOn > $p1, false))
      WITH DISTINCT n1
      ORDER BY n1.key ASC
      RETURN [COLLECT {
        MATCH (n1)<-[r1:PART_OF]-(n2:Delivery)
        WHERE NOT (coalesce(n2.decidedOn > $p1, false))
        WITH DISTINCT n2
        ORDER BY n2.key ASC
        RETURN [head(COLLECT {
          MATCH (n2)-[r2:IN_MODULE]->(n3:Module)
          WITH r2, n3
          ORDER BY n3.key ASC
          LIMIT 1
          RETURN [head(COLLECT {
            MATCH (n3)-[r3:CHILD_OF]->(n4:Module)
            WITH r3, n4
            ORDER BY n4.key ASC
            LIMIT 1
            RETURN [n4.number]
          })]
        })]
      }]
    }]
  })] AS row
