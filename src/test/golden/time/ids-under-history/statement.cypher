CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p1
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
        WITH DISTINCT n1
        ORDER BY n1.key ASC
        LIMIT $p2
        RETURN [n1.key]
      },
      COLLECT {
        MATCH (n0)<-[r1:MAPS_TO]-(n2:Product)
        WITH r1, n2
        ORDER BY n2.key ASC, r1.validFrom ASC, r1.purpose ASC
        LIMIT $p4
        RETURN [n2.key,
          $p3,
          COLLECT {
            MATCH (n2)-[r2:MAPS_TO]->(n3:Segment)
            WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p3)
              AND (r2.validTo IS NULL OR r2.validTo > $p3))
            WITH DISTINCT n3
            ORDER BY n3.key ASC
            LIMIT $p5
            RETURN [n3.key, $p3]
          }]
      }]
  })] AS row
