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
        RETURN [n1.key]
      },
      [COUNT {
        MATCH (n0)<-[r1:FOR]-(n2:Trajectory)
        WHERE NOT (coalesce(n2.signalledOn > $p1, false))
        RETURN 1
      }],
      COLLECT {
        MATCH (n0)<-[r2:FOR]-(n3:Trajectory)
        WHERE NOT (coalesce(n3.signalledOn > $p1, false))
        WITH r2, n3
        ORDER BY n3.key ASC
        LIMIT $p3
        RETURN [n3.key]
      },
      COLLECT {
        MATCH (n0)<-[r3:FOR]-(n4:Trajectory)
        WHERE (NOT (coalesce(n0.birthDate > $p4, false))
          AND NOT (coalesce(n4.signalledOn > $p4, false)))
        WITH DISTINCT n4
        ORDER BY n4.key ASC
        RETURN [n4.key, n4.signalledOn,
          head(COLLECT {
          MATCH (n4)-[r4:FOR]->(n5:Youth)
          WHERE NOT (coalesce(n5.birthDate > $p4, false))
          WITH r4, n5
          ORDER BY n5.key ASC
          LIMIT 1
          RETURN [n5.key]
        })]
      }]
  })] AS row
