CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p1, false))
      AND NOT (coalesce(n0.signalledOn > $p0, false))
      AND EXISTS {
        MATCH (n0)<-[r0:HOLDS_REGIE]-(n1:RegieHolder)
        WHERE ((n1:Referrer) AND n1.key = $p2 AND NOT (coalesce(r0.validFrom > $p0, false)) AND true)
        RETURN 1
      }
      AND n0.key = $p3)
    WITH n0
    LIMIT 1
    RETURN [n0.key,
      n0.kind,
      CASE WHEN (NOT (coalesce(n0.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r6:HOLDS_REGIE]-(n7:RegieHolder)
            WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p0)
              AND (r6.validTo IS NULL OR r6.validTo > $p0)
              AND (n7:Referrer)
              AND n7.key = $p2)
            RETURN 1
          })
        THEN CASE WHEN n0.endedOn <= $p1
          THEN 'OUTFLOW'
          WHEN n0.firstHelpOn <= $p1
          THEN 'CARE'
          WHEN n0.plannedOn <= $p1
          THEN 'PLAN'
          WHEN n0.analysedOn <= $p1
          THEN 'ANALYSIS'
          WHEN n0.decidedOn <= $p1
          THEN 'DECISION'
          WHEN n0.intakeOn <= $p1
          THEN 'INTAKE'
          WHEN n0.signalledOn <= $p1
          THEN 'SIGNAL'
          ELSE n0.statedStep END END,
      CASE WHEN (NOT (coalesce(n0.decidedOn > $p1, false))
          AND NOT (coalesce(n0.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r7:HOLDS_REGIE]-(n8:RegieHolder)
            WHERE ((r7.validFrom IS NULL OR r7.validFrom <= $p0)
              AND (r7.validTo IS NULL OR r7.validTo > $p0)
              AND (n8:Referrer)
              AND n8.key = $p2)
            RETURN 1
          })
        THEN n0.decision END,
      n0.startedOn,
      head(COLLECT {
        MATCH (n0)-[r8:FOR]->(n9:Youth)
        WHERE (NOT (coalesce(n0.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r11:HOLDS_REGIE]-(n12:RegieHolder)
            WHERE ((r11.validFrom IS NULL OR r11.validFrom <= $p0)
              AND (r11.validTo IS NULL OR r11.validTo > $p0)
              AND (n12:Referrer)
              AND n12.key = $p2)
            RETURN 1
          }
          AND NOT (coalesce(n9.birthDate > $p1, false))
          AND NOT (coalesce(n9.birthDate > $p0, false)))
        WITH r8, n9
        ORDER BY n9.key ASC
        LIMIT 1
        RETURN [n9.key]
      }),
      COLLECT {
        MATCH (n0)<-[r12:PART_OF]-(n13:Delivery)
        WHERE (NOT (coalesce(n0.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r15:HOLDS_REGIE]-(n16:RegieHolder)
            WHERE ((r15.validFrom IS NULL OR r15.validFrom <= $p0)
              AND (r15.validTo IS NULL OR r15.validTo > $p0)
              AND (n16:Referrer)
              AND n16.key = $p2)
            RETURN 1
          }
          AND NOT (coalesce(n13.decidedOn > $p1, false))
          AND NOT (coalesce(n13.decidedOn > $p0, false)))
        WITH DISTINCT n13
        ORDER BY n13.key ASC
        RETURN [n13.key]
      },
      COLLECT {
        MATCH (n0)-[r16:MEETS]->(n17:Criterion)
        WHERE (NOT (coalesce(n0.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n0)<-[r17:HOLDS_REGIE]-(n18:RegieHolder)
            WHERE ((r17.validFrom IS NULL OR r17.validFrom <= $p0)
              AND (r17.validTo IS NULL OR r17.validTo > $p0)
              AND (n18:Referrer)
              AND n18.key = $p2)
            RETURN 1
          })
        WITH DISTINCT n17
        ORDER BY n17.code ASC
        RETURN [n17.code]
      },
      COLLECT {
        MATCH (n0)<-[r18:HOLDS_REGIE]-(n19:RegieHolder)
        WHERE (((r18.validFrom IS NULL OR r18.validFrom <= $p1)
            AND (r18.validTo IS NULL OR r18.validTo > $p1))
          AND (EXISTS {
              MATCH (n0)<-[r19:HOLDS_REGIE]-(n20:RegieHolder)
              WHERE ((r19.validFrom IS NULL OR r19.validFrom <= $p0)
                AND (r19.validTo IS NULL OR r19.validTo > $p0)
                AND NOT (coalesce(n0.signalledOn > $p0, false))
                AND (n20:Referrer)
                AND n20.key = $p2)
              RETURN 1
            }
            OR ((n19:Referrer) AND n19.key = $p4)))
        WITH DISTINCT n19
        ORDER BY n19.agb ASC,
          n19.key ASC,
          n19.code ASC,
          head([label IN labels(n19)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'Municipality']]) ASC
        RETURN [n19.name, labels(n19)]
      },
      [COUNT {
        MATCH (n0)<-[r20:HOLDS_REGIE]-(n21:RegieHolder)
        WHERE (EXISTS {
            MATCH (n0)<-[r21:HOLDS_REGIE]-(n22:RegieHolder)
            WHERE ((r21.validFrom IS NULL OR r21.validFrom <= $p0)
              AND (r21.validTo IS NULL OR r21.validTo > $p0)
              AND NOT (coalesce(n0.signalledOn > $p0, false))
              AND (n22:Referrer)
              AND n22.key = $p2)
            RETURN 1
          }
          OR ((n21:Referrer) AND n21.key = $p5))
        RETURN 1
      }],
      head(COLLECT {
        MATCH (n0)<-[r22:CONTACT_FOR]-(n23:Organisation)
        WHERE ((((r22.validFrom IS NULL OR r22.validFrom <= $p1)
              AND (r22.validTo IS NULL OR r22.validTo > $p1))
            OR (n0.endedOn <= $p1
              AND NOT (coalesce(r22.validFrom > $p1, false))
              AND NOT (EXISTS {
                MATCH (n0)<-[r23:CONTACT_FOR]-(n24:Organisation)
                WHERE (((EXISTS {
                        MATCH (n0)<-[r24:HOLDS_REGIE]-(n25:RegieHolder)
                        WHERE ((r24.validFrom IS NULL OR r24.validFrom <= $p0)
                          AND (r24.validTo IS NULL OR r24.validTo > $p0)
                          AND NOT (coalesce(n0.signalledOn > $p0, false))
                          AND (n25:Referrer)
                          AND n25.key = $p2)
                        RETURN 1
                      }
                      OR ((n24:Referrer) AND n24.key = $p6))
                    AND NOT (coalesce(r23.validFrom > $p1, false)))
                  AND (r23.validTo > r22.validTo
                    OR (r23.validTo IS NULL AND r22.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND (EXISTS {
              MATCH (n0)<-[r25:HOLDS_REGIE]-(n26:RegieHolder)
              WHERE ((r25.validFrom IS NULL OR r25.validFrom <= $p0)
                AND (r25.validTo IS NULL OR r25.validTo > $p0)
                AND NOT (coalesce(n0.signalledOn > $p0, false))
                AND (n26:Referrer)
                AND n26.key = $p2)
              RETURN 1
            }
            OR ((n23:Referrer) AND n23.key = $p7)))
        WITH r22, n23
        ORDER BY n23.agb ASC,
          n23.key ASC,
          n23.code ASC,
          head([label IN labels(n23)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'ExpertTeam', 'Municipality']]) ASC
        LIMIT 1
        RETURN [n23.name]
      }),
      COLLECT { MATCH (n0)-[r26:FOR]->(n27:Youth) RETURN [n27.key] }]
  })] AS row
