CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n3:Provider)
    WHERE n3.agb = $p2
    MATCH (n3)-[r2:DELIVERS]->(n2:Delivery)
    WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p1)
      AND (r2.validTo IS NULL OR r2.validTo > $p1))
    MATCH (n2)-[r1:PART_OF]->(n1:Trajectory)
    MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
    WHERE ((EXISTS {
          MATCH (n0)<-[r3:DELIVERS]-(n3)
          WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p1)
            AND (r3.validTo IS NULL OR r3.validTo > $p1))
          RETURN 1
        }
        OR (n0.startedOn <= $p4 AND (n0.endedOn IS NULL OR n0.endedOn > $p5)))
      AND (n3:Provider)
      AND CASE WHEN EXISTS {
          MATCH (n0)<-[r4:DELIVERS]-(n5:Organisation)
          WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p1)
            AND (r4.validTo IS NULL OR r4.validTo > $p1)
            AND (n5:Provider)
            AND n5.agb = $p6)
          RETURN 1
        }
        THEN n0.volume END > $p7)
    WITH DISTINCT n0
    ORDER BY CASE WHEN EXISTS {
          MATCH (n0)<-[r4:DELIVERS]-(n5:Organisation)
          WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p1)
            AND (r4.validTo IS NULL OR r4.validTo > $p1)
            AND (n5:Provider)
            AND n5.agb = $p6)
          RETURN 1
        }
        THEN n0.volume END DESC,
      n0.id ASC
    LIMIT $p8
    RETURN [n0.id,
      CASE WHEN EXISTS {
          MATCH (n0)<-[r4:DELIVERS]-(n5:Organisation)
          WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p1)
            AND (r4.validTo IS NULL OR r4.validTo > $p1)
            AND (n5:Provider)
            AND n5.agb = $p6)
          RETURN 1
        }
        THEN n0.volume END,
      head(COLLECT {
        MATCH (n0)-[r5:PART_OF]->(n6:Trajectory)
        WHERE EXISTS {
          MATCH (n6)<-[r6:PART_OF]-(n7:Delivery)
          WHERE EXISTS {
            MATCH (n7)<-[r7:DELIVERS]-(n8:Organisation)
            WHERE ((r7.validFrom IS NULL OR r7.validFrom <= $p1)
              AND (r7.validTo IS NULL OR r7.validTo > $p1)
              AND (n8:Provider)
              AND n8.agb = $p9)
            RETURN 1
          }
          RETURN 1
        }
        WITH r5, n6
        ORDER BY n6.id ASC
        LIMIT 1
        RETURN [head(COLLECT {
          MATCH (n6)-[r8:FOR]->(n9:Youth)
          WITH r8, n9
          ORDER BY n9.id ASC
          LIMIT 1
          RETURN [n9.name]
        })]
      }),
      COLLECT {
        MATCH (n0)-[r12:PART_OF]->(n13:Trajectory)
        MATCH (n13)-[r13:FOR]->(n14:Youth)
        RETURN [n14.id]
      }]
  }] AS row
