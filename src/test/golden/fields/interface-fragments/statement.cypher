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
      RETURN [n1.name,
        COLLECT {
          MATCH (n1)-[r1:HOLDS_REGIE]->(n2:Trajectory)
          WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
            AND (r1.validTo IS NULL OR r1.validTo > $p1)
            AND NOT (coalesce(n2.signalledOn > $p1, false))
            AND n2.key = $p3)
          WITH DISTINCT n2
          ORDER BY n2.key ASC
          RETURN [CASE WHEN n2.endedOn <= $p1
            THEN 'OUTFLOW'
            WHEN n2.firstHelpOn <= $p1
            THEN 'CARE'
            WHEN n2.plannedOn <= $p1
            THEN 'PLAN'
            WHEN n2.analysedOn <= $p1
            THEN 'ANALYSIS'
            WHEN n2.decidedOn <= $p1
            THEN 'DECISION'
            WHEN n2.intakeOn <= $p1
            THEN 'INTAKE'
            WHEN n2.signalledOn <= $p1
            THEN 'SIGNAL'
            ELSE n2.statedStep END]
        },
        COLLECT {
          MATCH (n1)-[r2:HOLDS_REGIE]->(n3:Trajectory)
          WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p1)
            AND (r2.validTo IS NULL OR r2.validTo > $p1)
            AND NOT (coalesce(n3.signalledOn > $p1, false))
            AND n3.key = $p4)
          WITH DISTINCT n3
          ORDER BY n3.key ASC
          RETURN [n3.key,
            CASE WHEN n3.endedOn <= $p1
            THEN 'OUTFLOW'
            WHEN n3.firstHelpOn <= $p1
            THEN 'CARE'
            WHEN n3.plannedOn <= $p1
            THEN 'PLAN'
            WHEN n3.analysedOn <= $p1
            THEN 'ANALYSIS'
            WHEN n3.decidedOn <= $p1
            THEN 'DECISION'
            WHEN n3.intakeOn <= $p1
            THEN 'INTAKE'
            WHEN n3.signalledOn <= $p1
            THEN 'SIGNAL'
            ELSE n3.statedStep END]
        },
        n1.key,
        labels(n1)]
    }]
  })] AS row
