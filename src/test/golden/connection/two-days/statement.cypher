CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p1
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p2)
          AND (r0.validTo IS NULL OR r0.validTo > $p2))
        WITH r0, n1
        ORDER BY n1.key ASC, r0.validFrom ASC, r0.purpose ASC
        LIMIT $p3
        RETURN [n1.code]
      },
      COLLECT {
        MATCH (n0)<-[r1:MAPS_TO]-(n2:Product)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p4)
          AND (r1.validTo IS NULL OR r1.validTo > $p4))
        WITH r1, n2
        ORDER BY n2.key ASC, r1.validFrom ASC, r1.purpose ASC
        LIMIT $p5
        RETURN [n2.code]
      },
      [COUNT {
        MATCH (n0)<-[r2:MAPS_TO]-(n3:Product)
        WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p6)
          AND (r2.validTo IS NULL OR r2.validTo > $p6))
        RETURN 1
      }]]
  })] AS row
