CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n2:Provider)
    WHERE n2.agb = $p4
    MATCH (n2)-[r1:PARTNER_IN]->(n1:Network)
    WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
      AND (r1.validTo IS NULL OR r1.validTo > $p0))
    MATCH (n1)-[r0:HOLDS_REGIE]->(n0:Trajectory)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0)
      AND NOT (coalesce(n0.signalledOn > $p1, false))
      AND NOT (coalesce(n0.signalledOn > $p0, false))
      AND n0.kind = $p2
      AND NOT (coalesce(n0.startedOn > $p0, false))
      AND r0.kind = $p3
      AND (n1:Network))
    WITH DISTINCT n0
    ORDER BY n0.key ASC
    LIMIT $p5
    RETURN [n0.key,
      COLLECT {
        MATCH (n0)<-[r2:HOLDS_REGIE]-(n3:RegieHolder)
        WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p1)
          AND (r2.validTo IS NULL OR r2.validTo > $p1))
        WITH r2, n3
        ORDER BY n3.agb ASC,
          n3.key ASC,
          n3.code ASC,
          head([label IN labels(n3)
            WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
              'Municipality']]) ASC,
          r2.validFrom ASC,
          r2.kind ASC
        LIMIT $p6
        RETURN [r2.kind, n3.name]
      },
      COLLECT { MATCH (n0)-[r3:FOR]->(n4:Youth) RETURN [n4.key] }]
  }] AS row
