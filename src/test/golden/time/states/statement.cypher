CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [CASE WHEN n0.endedOn <= $p1
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
      ELSE n0.statedStep END,
      CASE WHEN n0.endedOn <= $p1
      THEN NULL
      WHEN n0.firstHelpOn <= $p1
      THEN 'OUTFLOW'
      WHEN n0.plannedOn <= $p1
      THEN 'CARE'
      WHEN n0.analysedOn <= $p1
      THEN 'PLAN'
      WHEN (n0.decidedOn <= $p1
        AND CASE WHEN NOT (coalesce(n0.decidedOn > $p1, false)) THEN n0.decision END = $p3)
      THEN NULL
      WHEN n0.decidedOn <= $p1
      THEN 'ANALYSIS'
      WHEN n0.intakeOn <= $p1
      THEN 'DECISION'
      WHEN n0.signalledOn <= $p1
      THEN 'INTAKE'
      ELSE n0.statedNextStep END,
      CASE WHEN NOT (coalesce(n0.decidedOn > $p1, false)) THEN n0.decision END,
      CASE WHEN NOT (coalesce(n0.decidedOn > $p1, false)) THEN n0.followUp END, n0.statedStep]
  })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Trajectory)
    WHERE (NOT (coalesce(n1.signalledOn > $p4, false)) AND n1.key = $p5)
    WITH n1
    LIMIT 1
    RETURN [CASE WHEN n1.endedOn <= $p4
      THEN 'OUTFLOW'
      WHEN n1.firstHelpOn <= $p4
      THEN 'CARE'
      WHEN n1.plannedOn <= $p4
      THEN 'PLAN'
      WHEN n1.analysedOn <= $p4
      THEN 'ANALYSIS'
      WHEN n1.decidedOn <= $p4
      THEN 'DECISION'
      WHEN n1.intakeOn <= $p4
      THEN 'INTAKE'
      WHEN n1.signalledOn <= $p4
      THEN 'SIGNAL'
      ELSE n1.statedStep END,
      CASE WHEN n1.endedOn <= $p4
      THEN NULL
      WHEN n1.firstHelpOn <= $p4
      THEN 'OUTFLOW'
      WHEN n1.plannedOn <= $p4
      THEN 'CARE'
      WHEN n1.analysedOn <= $p4
      THEN 'PLAN'
      WHEN (n1.decidedOn <= $p4
        AND CASE WHEN NOT (coalesce(n1.decidedOn > $p4, false)) THEN n1.decision END = $p6)
      THEN NULL
      WHEN n1.decidedOn <= $p4
      THEN 'ANALYSIS'
      WHEN n1.intakeOn <= $p4
      THEN 'DECISION'
      WHEN n1.signalledOn <= $p4
      THEN 'INTAKE'
      ELSE n1.statedNextStep END]
  })] AS row
UNION ALL
RETURN 2 AS field,
  [head(COLLECT {
    MATCH (n2:Trajectory)
    WHERE (NOT (coalesce(n2.signalledOn > $p7, false)) AND n2.key = $p8)
    WITH n2
    LIMIT 1
    RETURN [CASE WHEN n2.endedOn <= $p7
      THEN 'OUTFLOW'
      WHEN n2.firstHelpOn <= $p7
      THEN 'CARE'
      WHEN n2.plannedOn <= $p7
      THEN 'PLAN'
      WHEN n2.analysedOn <= $p7
      THEN 'ANALYSIS'
      WHEN n2.decidedOn <= $p7
      THEN 'DECISION'
      WHEN n2.intakeOn <= $p7
      THEN 'INTAKE'
      WHEN n2.signalledOn <= $p7
      THEN 'SIGNAL'
      ELSE n2.statedStep END,
      CASE WHEN n2.endedOn <= $p7
      THEN NULL
      WHEN n2.firstHelpOn <= $p7
      THEN 'OUTFLOW'
      WHEN n2.plannedOn <= $p7
      THEN 'CARE'
      WHEN n2.analysedOn <= $p7
      THEN 'PLAN'
      WHEN (n2.decidedOn <= $p7
        AND CASE WHEN NOT (coalesce(n2.decidedOn > $p7, false)) THEN n2.decision END = $p9)
      THEN NULL
      WHEN n2.decidedOn <= $p7
      THEN 'ANALYSIS'
      WHEN n2.intakeOn <= $p7
      THEN 'DECISION'
      WHEN n2.signalledOn <= $p7
      THEN 'INTAKE'
      ELSE n2.statedNextStep END]
  })] AS row
UNION ALL
MATCH (n3:Delivery)
WHERE (NOT (coalesce(n3.decidedOn > $p10, false)) AND n3.key IN $p11 AND n3.key IS NOT NULL)
WITH n3
ORDER BY n3.key ASC
WITH collect(n3) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 3 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n3
    RETURN [n3.key,
      CASE WHEN n3.endedOn <= $p10
      THEN 'STOPPED'
      WHEN n3.startedOn <= $p10
      THEN 'RUNNING'
      WHEN n3.startedOn > $p10
      THEN 'PLANNED'
      ELSE n3.statedStatus END, n3.startedOn, n3.endedOn]
  }] AS row
UNION ALL
MATCH (n4:Delivery)
WHERE (NOT (coalesce(n4.decidedOn > $p12, false)) AND n4.key IN $p13 AND n4.key IS NOT NULL)
WITH n4
ORDER BY n4.key ASC
WITH collect(n4) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 4 AS field,
  [COLLECT {
    UNWIND v2[v3..v3 + 200] AS n4
    RETURN [n4.key,
      CASE WHEN n4.endedOn <= $p12
      THEN 'STOPPED'
      WHEN n4.startedOn <= $p12
      THEN 'RUNNING'
      WHEN n4.startedOn > $p12
      THEN 'PLANNED'
      ELSE n4.statedStatus END]
  }] AS row
