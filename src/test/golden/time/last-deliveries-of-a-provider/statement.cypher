CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Provider)
    WHERE n0.agb = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)-[r0:DELIVERS]->(n1:Delivery)
        WHERE ((((r0.validFrom IS NULL OR r0.validFrom <= $p1)
              AND (r0.validTo IS NULL OR r0.validTo > $p1))
            OR (n1.endedOn <= $p1
              AND NOT (coalesce(r0.validFrom > $p1, false))
              AND NOT (EXISTS {
                MATCH (n1)<-[r1:DELIVERS]-(n2:Organisation)
                WHERE (NOT (coalesce(r1.validFrom > $p1, false))
                  AND (r1.validTo > r0.validTo OR (r1.validTo IS NULL AND r0.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n1.decidedOn > $p1, false))
          AND CASE WHEN n1.endedOn <= $p1
            THEN 'STOPPED'
            WHEN n1.startedOn <= $p1
            THEN 'RUNNING'
            WHEN n1.startedOn > $p1
            THEN 'PLANNED'
            ELSE n1.statedStatus END = $p3)
        WITH DISTINCT n1
        ORDER BY n1.key ASC
        LIMIT $p4
        RETURN [n1.key,
          head(COLLECT {
          MATCH (n1)<-[r2:DELIVERS]-(n3:Organisation)
          WHERE (((r2.validFrom IS NULL OR r2.validFrom <= $p1)
              AND (r2.validTo IS NULL OR r2.validTo > $p1))
            OR (n1.endedOn <= $p1
              AND NOT (coalesce(r2.validFrom > $p1, false))
              AND NOT (EXISTS {
                MATCH (n1)<-[r3:DELIVERS]-(n4:Organisation)
                WHERE (NOT (coalesce(r3.validFrom > $p1, false))
                  AND (r3.validTo > r2.validTo OR (r3.validTo IS NULL AND r2.validTo IS NOT NULL)))
                RETURN 1
              })))
          WITH r2, n3
          ORDER BY n3.agb ASC,
            n3.key ASC,
            n3.code ASC,
            head([label IN labels(n3)
              WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
                'ExpertTeam', 'Municipality']]) ASC
          LIMIT 1
          RETURN [n3.agb, labels(n3)]
        })]
      },
      [COUNT {
        MATCH (n0)-[r4:DELIVERS]->(n5:Delivery)
        WHERE ((((r4.validFrom IS NULL OR r4.validFrom <= $p1)
              AND (r4.validTo IS NULL OR r4.validTo > $p1))
            OR (n5.endedOn <= $p1
              AND NOT (coalesce(r4.validFrom > $p1, false))
              AND NOT (EXISTS {
                MATCH (n5)<-[r5:DELIVERS]-(n6:Organisation)
                WHERE (NOT (coalesce(r5.validFrom > $p1, false))
                  AND (r5.validTo > r4.validTo OR (r5.validTo IS NULL AND r4.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n5.decidedOn > $p1, false)))
        RETURN 1
      }]]
  })] AS row
