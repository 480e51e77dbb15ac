CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Provider)
    WHERE n1.agb = $p2
    MATCH (n1)-[r0:DELIVERS]->(n0:Delivery)
    WHERE ((((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        OR (n0.endedOn <= $p1
          AND NOT (coalesce(r0.validFrom > $p1, false))
          AND NOT (EXISTS {
            MATCH (n0)<-[r1:DELIVERS]-(n2:Organisation)
            WHERE (NOT (coalesce(r1.validFrom > $p1, false))
              AND (r1.validTo > r0.validTo OR (r1.validTo IS NULL AND r0.validTo IS NOT NULL)))
            RETURN 1
          })))
      AND NOT (coalesce(n0.decidedOn > $p1, false))
      AND (n1:Provider)
      AND CASE WHEN n0.endedOn <= $p1
        THEN 'STOPPED'
        WHEN n0.startedOn <= $p1
        THEN 'RUNNING'
        WHEN n0.startedOn > $p1
        THEN 'PLANNED'
        ELSE n0.statedStatus END = $p3)
    WITH DISTINCT n0
    ORDER BY n0.key ASC
    LIMIT $p4
    RETURN [n0.key]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n3:Provider)
    WHERE (EXISTS {
        MATCH (n3)-[r2:DELIVERS]->(n4:Delivery)
        WHERE ((((r2.validFrom IS NULL OR r2.validFrom <= $p5)
              AND (r2.validTo IS NULL OR r2.validTo > $p5))
            OR (n4.endedOn <= $p5
              AND NOT (coalesce(r2.validFrom > $p5, false))
              AND NOT (EXISTS {
                MATCH (n4)<-[r3:DELIVERS]-(n5:Organisation)
                WHERE (NOT (coalesce(r3.validFrom > $p5, false))
                  AND (r3.validTo > r2.validTo OR (r3.validTo IS NULL AND r2.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n4.decidedOn > $p5, false))
          AND CASE WHEN n4.endedOn <= $p5
            THEN 'STOPPED'
            WHEN n4.startedOn <= $p5
            THEN 'RUNNING'
            WHEN n4.startedOn > $p5
            THEN 'PLANNED'
            ELSE n4.statedStatus END = $p6)
        RETURN 1
      }
      AND n3.agb IS NOT NULL)
    WITH n3
    ORDER BY n3.agb ASC
    LIMIT $p7
    RETURN [n3.agb]
  }] AS row
UNION ALL
RETURN 2 AS field,
  [COLLECT {
    MATCH (n6:Organisation)
    WHERE ((n6:Network)
      AND EXISTS {
        MATCH (n6)-[r4:CONTACT_FOR]->(n7:Trajectory)
        WHERE ((((r4.validFrom IS NULL OR r4.validFrom <= $p8)
              AND (r4.validTo IS NULL OR r4.validTo > $p8))
            OR (n7.endedOn <= $p8
              AND NOT (coalesce(r4.validFrom > $p8, false))
              AND NOT (EXISTS {
                MATCH (n7)<-[r5:CONTACT_FOR]-(n8:Organisation)
                WHERE (NOT (coalesce(r5.validFrom > $p8, false))
                  AND (r5.validTo > r4.validTo OR (r5.validTo IS NULL AND r4.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n7.signalledOn > $p8, false))
          AND n7.endedOn <= $p9)
        RETURN 1
      })
    WITH n6
    ORDER BY n6.agb ASC,
      n6.key ASC,
      n6.code ASC,
      head([label IN labels(n6)
        WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
          'Municipality']]) ASC
    LIMIT $p10
    RETURN [n6.name]
  }] AS row
