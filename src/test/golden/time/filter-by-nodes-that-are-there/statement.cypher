CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Youth)
    WHERE (NOT (coalesce(n0.birthDate > $p1, false))
      AND EXISTS {
        MATCH (n0)<-[r0:FOR]-(n1:Trajectory)
        WHERE NOT (coalesce(n1.signalledOn > $p1, false))
        RETURN 1
      }
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.key]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [[COUNT {
    MATCH (n2:Youth)
    WHERE (NOT (coalesce(n2.birthDate > $p3, false))
      AND NOT (EXISTS {
        MATCH (n2)<-[r1:FOR]-(n3:Trajectory)
        WHERE (NOT (coalesce(n3.signalledOn > $p3, false)) AND NOT (coalesce(n3.kind = $p4, false)))
        RETURN 1
      }))
    RETURN 1
  }]] AS row
UNION ALL
RETURN 2 AS field,
  [COLLECT {
    MATCH (n4:Youth)
    WHERE NOT (coalesce(n4.birthDate > $p5, false))
    WITH n4
    ORDER BY COUNT {
        MATCH (n4)<-[r2:FOR]-(n5:Trajectory)
        WHERE NOT (coalesce(n5.signalledOn > $p5, false))
        WITH DISTINCT n5
        RETURN 1
      } DESC,
      n4.key ASC
    LIMIT $p6
    RETURN [n4.key]
  }] AS row
