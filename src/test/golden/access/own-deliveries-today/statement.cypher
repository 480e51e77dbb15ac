CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n3:Provider)
    WHERE n3.agb = $p1
    MATCH (n3)-[r2:DELIVERS]->(n2:Delivery)
    WHERE NOT (coalesce(n2.decidedOn > $p0, false))
    MATCH (n2)-[r1:PART_OF]->(n1:Trajectory)
    WHERE NOT (coalesce(n1.signalledOn > $p0, false))
    MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p0, false))
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
      AND true)
    WITH DISTINCT n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.key,
      head(COLLECT {
        MATCH (n0)-[r7:PART_OF]->(n8:Trajectory)
        WHERE (NOT (coalesce(n8.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n8)<-[r8:PART_OF]-(n9:Delivery)
            WHERE (NOT (coalesce(n9.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n9)<-[r9:DELIVERS]-(n10:Organisation)
                WHERE ((r9.validFrom IS NULL OR r9.validFrom <= $p0)
                  AND (r9.validTo IS NULL OR r9.validTo > $p0)
                  AND (n10:Provider)
                  AND n10.agb = $p1)
                RETURN 1
              })
            RETURN 1
          })
        WITH r7, n8
        ORDER BY n8.key ASC
        LIMIT 1
        RETURN [CASE WHEN n8.endedOn <= $p0
          THEN 'OUTFLOW'
          WHEN n8.firstHelpOn <= $p0
          THEN 'CARE'
          WHEN n8.plannedOn <= $p0
          THEN 'PLAN'
          WHEN n8.analysedOn <= $p0
          THEN 'ANALYSIS'
          WHEN n8.decidedOn <= $p0
          THEN 'DECISION'
          WHEN n8.intakeOn <= $p0
          THEN 'INTAKE'
          WHEN n8.signalledOn <= $p0
          THEN 'SIGNAL'
          ELSE n8.statedStep END,
          head(COLLECT {
          MATCH (n8)-[r10:FOR]->(n11:Youth)
          WHERE NOT (coalesce(n11.birthDate > $p0, false))
          WITH r10, n11
          ORDER BY n11.key ASC
          LIMIT 1
          RETURN [n11.name]
        })]
      }),
      COLLECT {
        MATCH (n0)-[r14:PART_OF]->(n15:Trajectory)
        MATCH (n15)-[r15:FOR]->(n16:Youth)
        RETURN [n16.key]
      }]
  }] AS row
