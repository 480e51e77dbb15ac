CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p1
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0)
      AND NOT (coalesce(n0.birthDate > $p0, false)))
    WITH DISTINCT n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.key,
      head(COLLECT {
        MATCH (n0)-[r1:LIVES_IN]->(n2:Municipality)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
          AND (r1.validTo IS NULL OR r1.validTo > $p0))
        WITH r1, n2
        ORDER BY n2.code ASC
        LIMIT 1
        RETURN [n2.code]
      }),
      COLLECT {
        MATCH (n0)<-[r2:FOR]-(n3:Trajectory)
        WHERE NOT (coalesce(n3.signalledOn > $p0, false))
        WITH DISTINCT n3
        ORDER BY n3.key ASC
        RETURN [CASE WHEN n3.endedOn <= $p0
            THEN 'OUTFLOW'
            WHEN n3.firstHelpOn <= $p0
            THEN 'CARE'
            WHEN n3.plannedOn <= $p0
            THEN 'PLAN'
            WHEN n3.analysedOn <= $p0
            THEN 'ANALYSIS'
            WHEN n3.decidedOn <= $p0
            THEN 'DECISION'
            WHEN n3.intakeOn <= $p0
            THEN 'INTAKE'
            WHEN n3.signalledOn <= $p0
            THEN 'SIGNAL'
            ELSE n3.statedStep END,
          COLLECT {
            MATCH (n3)<-[r5:PART_OF]-(n6:Delivery)
            WHERE NOT (coalesce(n6.decidedOn > $p0, false))
            WITH DISTINCT n6
            ORDER BY n6.key ASC
            RETURN [CASE WHEN n6.endedOn <= $p0
              THEN 'STOPPED'
              WHEN n6.startedOn <= $p0
              THEN 'RUNNING'
              WHEN n6.startedOn > $p0
              THEN 'PLANNED'
              ELSE n6.statedStatus END]
          }]
      }]
  }] AS row
