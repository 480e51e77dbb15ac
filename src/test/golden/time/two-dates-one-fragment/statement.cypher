CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        WITH DISTINCT n1
        ORDER BY n1.key ASC
        LIMIT $p3
        RETURN [n1.code,
          COLLECT {
            MATCH (n1)-[r1:MAPS_TO]->(n2:Segment)
            WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
              AND (r1.validTo IS NULL OR r1.validTo > $p1))
            WITH DISTINCT n2
            ORDER BY n2.key ASC
            RETURN [n2.code]
          }]
      },
      COLLECT {
        MATCH (n0)<-[r2:MAPS_TO]-(n3:Product)
        WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p4)
          AND (r2.validTo IS NULL OR r2.validTo > $p4))
        WITH DISTINCT n3
        ORDER BY n3.key ASC
        LIMIT $p5
        RETURN [n3.code,
          COLLECT {
            MATCH (n3)-[r3:MAPS_TO]->(n4:Segment)
            WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p4)
              AND (r3.validTo IS NULL OR r3.validTo > $p4))
            WITH DISTINCT n4
            ORDER BY n4.key ASC
            RETURN [n4.code]
          }]
      }]
  })] AS row
