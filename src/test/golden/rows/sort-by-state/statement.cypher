CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Trajectory)
    WHERE NOT (coalesce(n0.signalledOn > $p1, false))
    WITH n0
    ORDER BY CASE WHEN n0.endedOn <= $p1
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
        ELSE n0.statedStep END DESC,
      n0.key ASC
    LIMIT $p2
    RETURN [n0.key,
      CASE WHEN n0.endedOn <= $p1
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
      ELSE n0.statedStep END]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n1:Delivery)
    WHERE NOT (coalesce(n1.decidedOn > $p3, false))
    WITH n1
    ORDER BY head(COLLECT {
        MATCH (n1)-[r0:PART_OF]->(n2:Trajectory)
        WHERE NOT (coalesce(n2.signalledOn > $p3, false))
        WITH r0, n2
        ORDER BY n2.key ASC
        LIMIT 1
        RETURN CASE WHEN n2.endedOn <= $p3
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
          ELSE n2.statedStep END
      }) ASC,
      n1.key ASC
    LIMIT $p4
    RETURN [head(COLLECT {
      MATCH (n1)-[r0:PART_OF]->(n2:Trajectory)
      WHERE NOT (coalesce(n2.signalledOn > $p3, false))
      WITH r0, n2
      ORDER BY n2.key ASC
      LIMIT 1
      RETURN CASE WHEN n2.endedOn <= $p3
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
        ELSE n2.statedStep END
    }), n1.key]
  }] AS row
