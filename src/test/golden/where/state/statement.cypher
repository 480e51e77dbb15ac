CYPHER 5
RETURN 0 AS field,
  [[COUNT {
    MATCH (n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p1, false))
      AND CASE WHEN n0.endedOn <= $p1
        THEN 'STOPPED'
        WHEN n0.startedOn <= $p1
        THEN 'RUNNING'
        WHEN n0.startedOn > $p1
        THEN 'PLANNED'
        ELSE n0.statedStatus END = $p2)
    RETURN 1
  }]] AS row
UNION ALL
RETURN 1 AS field,
  [[COUNT {
    MATCH (n1:Delivery)
    WHERE (NOT (coalesce(n1.decidedOn > $p3, false))
      AND CASE WHEN n1.endedOn <= $p3
        THEN 'STOPPED'
        WHEN n1.startedOn <= $p3
        THEN 'RUNNING'
        WHEN n1.startedOn > $p3
        THEN 'PLANNED'
        ELSE n1.statedStatus END IN $p4)
    RETURN 1
  }]] AS row
UNION ALL
RETURN 2 AS field,
  [[COUNT {
    MATCH (n2:Trajectory)
    WHERE (NOT (coalesce(n2.signalledOn > $p5, false))
      AND CASE WHEN n2.endedOn <= $p5
        THEN NULL
        WHEN n2.firstHelpOn <= $p5
        THEN 'OUTFLOW'
        WHEN n2.plannedOn <= $p5
        THEN 'CARE'
        WHEN n2.analysedOn <= $p5
        THEN 'PLAN'
        WHEN (n2.decidedOn <= $p5
          AND CASE WHEN NOT (coalesce(n2.decidedOn > $p5, false)) THEN n2.decision END = $p6)
        THEN NULL
        WHEN n2.decidedOn <= $p5
        THEN 'ANALYSIS'
        WHEN n2.intakeOn <= $p5
        THEN 'DECISION'
        WHEN n2.signalledOn <= $p5
        THEN 'INTAKE'
        ELSE n2.statedNextStep END IS NULL)
    RETURN 1
  }]] AS row
UNION ALL
RETURN 3 AS field,
  [[COUNT {
    MATCH (n3:Trajectory)
    WHERE (NOT (coalesce(n3.signalledOn > $p7, false))
      AND NOT (coalesce(CASE WHEN n3.endedOn <= $p7
          THEN 'OUTFLOW'
          WHEN n3.firstHelpOn <= $p7
          THEN 'CARE'
          WHEN n3.plannedOn <= $p7
          THEN 'PLAN'
          WHEN n3.analysedOn <= $p7
          THEN 'ANALYSIS'
          WHEN n3.decidedOn <= $p7
          THEN 'DECISION'
          WHEN n3.intakeOn <= $p7
          THEN 'INTAKE'
          WHEN n3.signalledOn <= $p7
          THEN 'SIGNAL'
          ELSE n3.statedStep END = $p8,
        false)))
    RETURN 1
  }]] AS row
UNION ALL
RETURN 4 AS field,
  [[COUNT {
    MATCH (n4:Youth)
    WHERE (NOT (coalesce(n4.birthDate > $p9, false))
      AND EXISTS {
        MATCH (n4)<-[r0:FOR]-(n5:Trajectory)
        WHERE (NOT (coalesce(n5.signalledOn > $p9, false))
          AND CASE WHEN n5.endedOn <= $p9
            THEN 'OUTFLOW'
            WHEN n5.firstHelpOn <= $p9
            THEN 'CARE'
            WHEN n5.plannedOn <= $p9
            THEN 'PLAN'
            WHEN n5.analysedOn <= $p9
            THEN 'ANALYSIS'
            WHEN n5.decidedOn <= $p9
            THEN 'DECISION'
            WHEN n5.intakeOn <= $p9
            THEN 'INTAKE'
            WHEN n5.signalledOn <= $p9
            THEN 'SIGNAL'
            ELSE n5.statedStep END = $p10)
        RETURN 1
      })
    RETURN 1
  }]] AS row
