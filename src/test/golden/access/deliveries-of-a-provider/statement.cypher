CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n3:Provider)
    WHERE n3.agb = $p2
    MATCH (n3)-[r2:DELIVERS]->(n2:Delivery)
    WHERE NOT (coalesce(n2.decidedOn > $p0, false))
    MATCH (n2)-[r1:PART_OF]->(n1:Trajectory)
    WHERE NOT (coalesce(n1.signalledOn > $p0, false))
    MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
    WHERE ((NOT (coalesce(n0.decidedOn > $p1, false)) AND NOT (coalesce(n0.decidedOn > $p0, false)))
      AND (EXISTS {
          MATCH (n0)<-[r3:DELIVERS]-(n3)
          WHERE (NOT (coalesce(r3.validFrom > $p0, false)) AND true)
          RETURN 1
        }
        OR EXISTS {
          MATCH (n0)-[r4:PART_OF]->(n5:Trajectory)
          WHERE ((NOT (coalesce(n5.signalledOn > $p0, false)) AND n0.startedOn <= $p0)
            AND (n0.endedOn IS NULL OR n0.endedOn > $p0)
            AND EXISTS {
              MATCH (n5)<-[r5:PART_OF]-(n6:Delivery)
              WHERE (NOT (coalesce(n6.decidedOn > $p0, false))
                AND EXISTS {
                  MATCH (n6)<-[r6:DELIVERS]-(n3)
                  WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p0)
                    AND (r6.validTo IS NULL OR r6.validTo > $p0))
                  RETURN 1
                })
              RETURN 1
            })
          RETURN 1
        })
      AND (n3:Provider)
      AND NOT (coalesce(r2.validFrom > $p0, false))
      AND true
      AND CASE WHEN (NOT (coalesce(n0.decidedOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r7:DELIVERS]-(n8:Organisation)
            WHERE ((n8:Provider)
              AND n8.agb = $p2
              AND NOT (coalesce(r7.validFrom > $p0, false))
              AND true)
            RETURN 1
          })
        THEN n0.volume END > $p3)
    WITH DISTINCT n0
    ORDER BY CASE WHEN (NOT (coalesce(n0.decidedOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r7:DELIVERS]-(n8:Organisation)
            WHERE ((n8:Provider)
              AND n8.agb = $p2
              AND NOT (coalesce(r7.validFrom > $p0, false))
              AND true)
            RETURN 1
          })
        THEN n0.volume END DESC,
      n0.key ASC
    LIMIT $p4
    RETURN [n0.key,
      CASE WHEN (NOT (coalesce(n0.decidedOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r7:DELIVERS]-(n8:Organisation)
            WHERE ((n8:Provider)
              AND n8.agb = $p2
              AND NOT (coalesce(r7.validFrom > $p0, false))
              AND true)
            RETURN 1
          })
        THEN n0.volume END,
      head(COLLECT {
        MATCH (n0)-[r8:PART_OF]->(n9:Trajectory)
        WHERE (NOT (coalesce(n9.signalledOn > $p1, false))
          AND NOT (coalesce(n9.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n9)<-[r9:PART_OF]-(n10:Delivery)
            WHERE (NOT (coalesce(n10.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n10)<-[r10:DELIVERS]-(n11:Organisation)
                WHERE ((r10.validFrom IS NULL OR r10.validFrom <= $p0)
                  AND (r10.validTo IS NULL OR r10.validTo > $p0)
                  AND (n11:Provider)
                  AND n11.agb = $p2)
                RETURN 1
              })
            RETURN 1
          })
        WITH r8, n9
        ORDER BY n9.key ASC
        LIMIT 1
        RETURN [head(COLLECT {
          MATCH (n9)-[r11:FOR]->(n12:Youth)
          WHERE (NOT (coalesce(n12.birthDate > $p1, false))
            AND NOT (coalesce(n12.birthDate > $p0, false)))
          WITH r11, n12
          ORDER BY n12.key ASC
          LIMIT 1
          RETURN [n12.name]
        })]
      }),
      COLLECT {
        MATCH (n0)-[r15:PART_OF]->(n16:Trajectory)
        MATCH (n16)-[r16:FOR]->(n17:Youth)
        RETURN [n17.key]
      }]
  }] AS row
