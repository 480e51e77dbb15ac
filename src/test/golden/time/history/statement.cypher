CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
        WITH DISTINCT n1
        ORDER BY n1.key ASC
        LIMIT $p3
        RETURN [n1.code]
      },
      [COUNT { MATCH (n0)<-[r1:MAPS_TO]-(n2:Product) RETURN 1 }],
      COLLECT {
        MATCH (n0)<-[r2:MAPS_TO]-(n3:Product)
        WITH r2, n3
        ORDER BY n3.key ASC, r2.validFrom ASC, r2.purpose ASC
        LIMIT $p4
        RETURN [r2.validTo,
          [COUNT {
          MATCH (n3)-[r3:MAPS_TO]->(n4:Segment)
          WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p1)
            AND (r3.validTo IS NULL OR r3.validTo > $p1))
          RETURN 1
        }]]
      }]
  })] AS row
