CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Youth)
    WHERE (NOT (coalesce(n0.birthDate > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)<-[r0:FOR]-(n1:Trajectory)
        WHERE NOT (coalesce(n1.signalledOn > $p1, false))
        WITH DISTINCT n1
        ORDER BY n1.key ASC
        RETURN [CASE WHEN n1.endedOn <= $p1
          THEN 'OUTFLOW'
          WHEN n1.firstHelpOn <= $p1
          THEN 'CARE'
          WHEN n1.plannedOn <= $p1
          THEN 'PLAN'
          WHEN n1.analysedOn <= $p1
          THEN 'ANALYSIS'
          WHEN n1.decidedOn <= $p1
          THEN 'DECISION'
          WHEN n1.intakeOn <= $p1
          THEN 'INTAKE'
          WHEN n1.signalledOn <= $p1
          THEN 'SIGNAL'
          ELSE n1.statedStep END]
      },
      COLLECT {
        MATCH (n0)<-[r1:FOR]-(n2:Trajectory)
        WHERE (NOT (coalesce(n0.birthDate > $p3, false))
          AND NOT (coalesce(n2.signalledOn > $p3, false)))
        WITH DISTINCT n2
        ORDER BY n2.key ASC
        RETURN [CASE WHEN n2.endedOn <= $p3
            THEN 'OUTFLOW'
            WHEN n2.firstHelpOn <= $p3
            THEN 'CARE'
            WHEN n2.plannedOn <= $p3
            THEN 'PLAN'
            WHEN n2.analysedOn <= $p3
            THEN 'ANALYSIS'
            WHEN n2.decidedOn <= $p3
            THEN 'DECISION'
            WHEN n2.intakeOn <= $p3
            THEN 'INTAKE'
            WHEN n2.signalledOn <= $p3
            THEN 'SIGNAL'
            ELSE n2.statedStep END,
          CASE WHEN n2.endedOn <= $p3
            THEN NULL
            WHEN n2.firstHelpOn <= $p3
            THEN 'OUTFLOW'
            WHEN n2.plannedOn <= $p3
            THEN 'CARE'
            WHEN n2.analysedOn <= $p3
            THEN 'PLAN'
            WHEN (n2.decidedOn <= $p3
              AND CASE WHEN NOT (coalesce(n2.decidedOn > $p3, false)) THEN n2.decision END = $p4)
            THEN NULL
            WHEN n2.decidedOn <= $p3
            THEN 'ANALYSIS'
            WHEN n2.intakeOn <= $p3
            THEN 'DECISION'
            WHEN n2.signalledOn <= $p3
            THEN 'INTAKE'
            ELSE n2.statedNextStep END,
          COLLECT {
            MATCH (n2)<-[r2:PART_OF]-(n3:Delivery)
            WHERE NOT (coalesce(n3.decidedOn > $p3, false))
            WITH DISTINCT n3
            ORDER BY n3.key ASC
            RETURN [CASE WHEN n3.endedOn <= $p3
              THEN 'STOPPED'
              WHEN n3.startedOn <= $p3
              THEN 'RUNNING'
              WHEN n3.startedOn > $p3
              THEN 'PLANNED'
              ELSE n3.statedStatus END]
          }]
      }]
  })] AS row
