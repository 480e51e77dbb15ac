CYPHER 5
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
  AND true
  AND n0.key IN $p2)
WITH DISTINCT n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n0
    RETURN [n0.key,
      CASE WHEN n0.endedOn <= $p0
        THEN 'STOPPED'
        WHEN n0.startedOn <= $p0
        THEN 'RUNNING'
        WHEN n0.startedOn > $p0
        THEN 'PLANNED'
        ELSE n0.statedStatus END,
      CASE WHEN EXISTS {
          MATCH (n0)<-[r7:DELIVERS]-(n8:Organisation)
          WHERE ((n8:Provider)
            AND n8.agb = $p1
            AND NOT (coalesce(r7.validFrom > $p0, false))
            AND true)
          RETURN 1
        }
        THEN n0.volume END,
      head(COLLECT {
        MATCH (n0)-[r8:PART_OF]->(n9:Trajectory)
        WHERE (NOT (coalesce(n9.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n9)<-[r9:PART_OF]-(n10:Delivery)
            WHERE (NOT (coalesce(n10.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n10)<-[r10:DELIVERS]-(n11:Organisation)
                WHERE ((r10.validFrom IS NULL OR r10.validFrom <= $p0)
                  AND (r10.validTo IS NULL OR r10.validTo > $p0)
                  AND (n11:Provider)
                  AND n11.agb = $p1)
                RETURN 1
              })
            RETURN 1
          })
        WITH r8, n9
        ORDER BY n9.key ASC
        LIMIT 1
        RETURN [n9.key]
      }),
      head(COLLECT {
        MATCH (n0)<-[r11:DELIVERS]-(n12:Organisation)
        WHERE (((r11.validFrom IS NULL OR r11.validFrom <= $p0)
            AND (r11.validTo IS NULL OR r11.validTo > $p0))
          OR (n0.endedOn <= $p0
            AND NOT (coalesce(r11.validFrom > $p0, false))
            AND NOT (EXISTS {
              MATCH (n0)<-[r12:DELIVERS]-(n13:Organisation)
              WHERE (NOT (coalesce(r12.validFrom > $p0, false))
                AND (r12.validTo > r11.validTo OR (r12.validTo IS NULL AND r11.validTo IS NOT NULL)))
              RETURN 1
            })))
        WITH r11, n12
        ORDER BY n12.agb ASC,
          n12.key ASC,
          n12.code ASC,
          head([label IN labels(n12)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'ExpertTeam', 'Municipality']]) ASC
        LIMIT 1
        RETURN [n12.name]
      }),
      COLLECT {
        MATCH (n0)-[r13:PART_OF]->(n14:Trajectory)
        MATCH (n14)-[r14:FOR]->(n15:Youth)
        RETURN [n15.key]
      }]
  }] AS row
