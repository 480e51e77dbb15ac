CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [CASE WHEN n0.endedOn <= $p1
        THEN 'STOPPED'
        WHEN n0.startedOn <= $p1
        THEN 'RUNNING'
        WHEN n0.startedOn > $p1
        THEN 'PLANNED'
        ELSE n0.statedStatus END,
      head(COLLECT {
        MATCH (n0)<-[r0:DELIVERS]-(n1:Organisation)
        WHERE (((r0.validFrom IS NULL OR r0.validFrom <= $p1)
            AND (r0.validTo IS NULL OR r0.validTo > $p1))
          OR (n0.endedOn <= $p1
            AND NOT (coalesce(r0.validFrom > $p1, false))
            AND NOT (EXISTS {
              MATCH (n0)<-[r1:DELIVERS]-(n2:Organisation)
              WHERE (NOT (coalesce(r1.validFrom > $p1, false))
                AND (r1.validTo > r0.validTo OR (r1.validTo IS NULL AND r0.validTo IS NOT NULL)))
              RETURN 1
            })))
        WITH r0, n1
        ORDER BY n1.agb ASC,
          n1.key ASC,
          n1.code ASC,
          head([label IN labels(n1)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'ExpertTeam', 'Municipality']]) ASC
        LIMIT 1
        RETURN [n1.agb, labels(n1)]
      }),
      head(COLLECT {
        MATCH (n0)<-[r2:DELIVERS]-(n3:Organisation)
        WHERE ((((r2.validFrom IS NULL OR r2.validFrom <= $p3)
              AND (r2.validTo IS NULL OR r2.validTo > $p3))
            OR (n0.endedOn <= $p3
              AND NOT (coalesce(r2.validFrom > $p3, false))
              AND NOT (EXISTS {
                MATCH (n0)<-[r3:DELIVERS]-(n4:Organisation)
                WHERE ((NOT (coalesce(n0.decidedOn > $p3, false))
                    AND NOT (coalesce(r3.validFrom > $p3, false)))
                  AND (r3.validTo > r2.validTo OR (r3.validTo IS NULL AND r2.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n0.decidedOn > $p3, false)))
        WITH r2, n3
        ORDER BY n3.agb ASC,
          n3.key ASC,
          n3.code ASC,
          head([label IN labels(n3)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'ExpertTeam', 'Municipality']]) ASC
        LIMIT 1
        RETURN [n3.name]
      }),
      head(COLLECT {
        MATCH (n0)<-[r4:DELIVERS]-(n5:Organisation)
        WHERE ((((r4.validFrom IS NULL OR r4.validFrom <= $p4)
              AND (r4.validTo IS NULL OR r4.validTo > $p4))
            OR (n0.endedOn <= $p4
              AND NOT (coalesce(r4.validFrom > $p4, false))
              AND NOT (EXISTS {
                MATCH (n0)<-[r5:DELIVERS]-(n6:Organisation)
                WHERE ((NOT (coalesce(n0.decidedOn > $p4, false))
                    AND NOT (coalesce(r5.validFrom > $p4, false)))
                  AND (r5.validTo > r4.validTo OR (r5.validTo IS NULL AND r4.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n0.decidedOn > $p4, false)))
        WITH r4, n5
        ORDER BY n5.agb ASC,
          n5.key ASC,
          n5.code ASC,
          head([label IN labels(n5)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'ExpertTeam', 'Municipality']]) ASC
        LIMIT 1
        RETURN [n5.agb, labels(n5)]
      }),
      COLLECT {
        MATCH (n0)<-[r6:DELIVERS]-(n7:Organisation)
        WHERE (((r6.validFrom IS NULL OR r6.validFrom <= $p1)
            AND (r6.validTo IS NULL OR r6.validTo > $p1))
          OR (n0.endedOn <= $p1
            AND NOT (coalesce(r6.validFrom > $p1, false))
            AND NOT (EXISTS {
              MATCH (n0)<-[r7:DELIVERS]-(n8:Organisation)
              WHERE (NOT (coalesce(r7.validFrom > $p1, false))
                AND (r7.validTo > r6.validTo OR (r7.validTo IS NULL AND r6.validTo IS NOT NULL)))
              RETURN 1
            })))
        WITH r6, n7
        ORDER BY n7.agb ASC,
          n7.key ASC,
          n7.code ASC,
          head([label IN labels(n7)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'ExpertTeam', 'Municipality']]) ASC,
          r6.validFrom ASC
        LIMIT $p5
        RETURN [r6.validTo, n7.name]
      }]
  })] AS row
