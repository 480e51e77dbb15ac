CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p2
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1))
    WITH DISTINCT n0
    ORDER BY n0.id ASC
    LIMIT $p3
    RETURN [n0.id,
      n0.birthDate,
      COLLECT {
        MATCH (n0)<-[r1:FOR]-(n2:Trajectory)
        WITH DISTINCT n2
        ORDER BY n2.id ASC
        RETURN [n2.id, n2.step]
      }]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [[COUNT {
    MATCH (n6:Municipality)
    WHERE n6.code = $p5
    MATCH (n6)<-[r4:LIVES_IN]-(n5:Youth)
    WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p1)
      AND (r4.validTo IS NULL OR r4.validTo > $p1))
    WITH DISTINCT n5
    RETURN 1
  }]] AS row
