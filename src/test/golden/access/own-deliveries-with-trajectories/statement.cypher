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
      AND (n3:Provider))
    WITH n0, collect(n1) AS n1s
    ORDER BY n0.id ASC
    LIMIT $p6
    RETURN [n0.id,
      head(COLLECT {
        MATCH (n0)-[r4:PART_OF]->(n5:Trajectory)
        WHERE (n5 IN n1s
          OR EXISTS {
            MATCH (n5)<-[r5:PART_OF]-(n6:Delivery)
            WHERE EXISTS {
              MATCH (n6)<-[r6:DELIVERS]-(n7:Organisation)
              WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p1)
                AND (r6.validTo IS NULL OR r6.validTo > $p1)
                AND (n7:Provider)
                AND n7.agb = $p7)
              RETURN 1
            }
            RETURN 1
          })
        WITH r4, n5
        ORDER BY n5.id ASC
        LIMIT 1
        RETURN [n5.step,
          head(COLLECT {
          MATCH (n5)-[r7:FOR]->(n8:Youth)
          WITH r7, n8
          ORDER BY n8.id ASC
          LIMIT 1
          RETURN [n8.name]
        })]
      }),
      COLLECT {
        MATCH (n0)-[r11:PART_OF]->(n12:Trajectory)
        MATCH (n12)-[r12:FOR]->(n13:Youth)
        RETURN [n13.id]
      }]
  }] AS row
