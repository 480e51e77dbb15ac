CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)<-[r0:HOLDS_REGIE]-(n1:RegieHolder)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        WITH DISTINCT n1
        ORDER BY n1.agb ASC,
          n1.key ASC,
          n1.code ASC,
          head([label IN labels(n1)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'Municipality']]) ASC
        RETURN [n1.name]
      },
      COLLECT {
        MATCH (n0)<-[r1:HOLDS_REGIE]-(n2:RegieHolder)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p3)
          AND (r1.validTo IS NULL OR r1.validTo > $p3)
          AND NOT (coalesce(n0.signalledOn > $p3, false)))
        WITH DISTINCT n2
        ORDER BY n2.agb ASC,
          n2.key ASC,
          n2.code ASC,
          head([label IN labels(n2)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'Municipality']]) ASC
        RETURN [n2.name]
      },
      COLLECT {
        MATCH (n0)<-[r2:HOLDS_REGIE]-(n3:RegieHolder)
        WHERE NOT (coalesce(n0.signalledOn > $p4, false))
        WITH DISTINCT n3
        ORDER BY n3.agb ASC,
          n3.key ASC,
          n3.code ASC,
          head([label IN labels(n3)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'Municipality']]) ASC
        RETURN [n3.name]
      },
      head(COLLECT {
        MATCH (n0)-[r3:FOR]->(n4:Youth)
        WHERE (NOT (coalesce(n0.signalledOn > $p5, false))
          AND NOT (coalesce(n4.birthDate > $p5, false)))
        WITH r3, n4
        ORDER BY n4.key ASC
        LIMIT 1
        RETURN [n4.key]
      }),
      [COUNT {
        MATCH (n0)<-[r4:HOLDS_REGIE]-(n5:RegieHolder)
        WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p6)
          AND (r4.validTo IS NULL OR r4.validTo > $p6)
          AND NOT (coalesce(n0.signalledOn > $p6, false)))
        RETURN 1
      }]]
  })] AS row
