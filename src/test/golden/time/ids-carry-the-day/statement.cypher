CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Product)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [n0.key,
      $p1,
      head(COLLECT {
        MATCH (n0)-[r0:IN_REGION]->(n1:Region)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        WITH r0, n1
        ORDER BY n1.code ASC
        LIMIT 1
        RETURN [n1.code,
          $p1,
          COLLECT {
            MATCH (n1)<-[r1:IN_REGION]-(n2:Municipality)
            WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p3)
              AND (r1.validTo IS NULL OR r1.validTo > $p3))
            WITH DISTINCT n2
            ORDER BY n2.code ASC
            LIMIT $p4
            RETURN [n2.code, $p3,
              head(COLLECT {
              MATCH (n2)-[r2:IN_REGION]->(n3:Region)
              WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p3)
                AND (r2.validTo IS NULL OR r2.validTo > $p3))
              WITH r2, n3
              ORDER BY n3.code ASC
              LIMIT 1
              RETURN [n3.code, $p3]
            })]
          }]
      }),
      COLLECT {
        MATCH (n0)-[r3:MAPS_TO]->(n4:Segment)
        WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p1)
          AND (r3.validTo IS NULL OR r3.validTo > $p1))
        WITH r3, n4
        ORDER BY n4.key ASC, r3.validFrom ASC, r3.purpose ASC
        LIMIT $p5
        RETURN [n4.key, $p1]
      }]
  })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n5:Product)
    WHERE n5.key = $p6
    WITH n5
    LIMIT 1
    RETURN [n5.key,
      head(COLLECT {
        MATCH (n5)-[r4:IN_REGION]->(n6:Region)
        WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p7)
          AND (r4.validTo IS NULL OR r4.validTo > $p7))
        WITH r4, n6
        ORDER BY n6.code ASC
        LIMIT 1
        RETURN [n6.code, $p7]
      }),
      COLLECT {
        MATCH (n5)-[r5:MAPS_TO]->(n7:Segment)
        WHERE ((r5.validFrom IS NULL OR r5.validFrom <= $p0)
          AND (r5.validTo IS NULL OR r5.validTo > $p0))
        WITH DISTINCT n7
        ORDER BY n7.key ASC
        LIMIT $p8
        RETURN [n7.key]
      }]
  })] AS row
