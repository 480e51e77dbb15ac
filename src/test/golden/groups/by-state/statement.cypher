CYPHER 5
MATCH (n0:Delivery)
WHERE NOT (coalesce(n0.decidedOn > $p1, false))
WITH collect(n0) AS v0
RETURN 0 AS field,
  [head(COLLECT {
      UNWIND CASE WHEN size(v0) > 0 THEN v0 ELSE [null] END AS n0
      WITH count(DISTINCT CASE WHEN n0.endedOn <= $p1
        THEN 'STOPPED'
        WHEN n0.startedOn <= $p1
        THEN 'RUNNING'
        WHEN n0.startedOn > $p1
        THEN 'PLANNED'
        ELSE n0.statedStatus END) AS v1
      RETURN [v1]
    }),
    COLLECT {
      UNWIND v0 AS n0
      OPTIONAL MATCH (n0)-[r0:PART_OF]->(n1:Trajectory)
      WHERE NOT (coalesce(n1.signalledOn > $p1, false))
      WITH CASE WHEN n0.endedOn <= $p1
          THEN 'STOPPED'
          WHEN n0.startedOn <= $p1
          THEN 'RUNNING'
          WHEN n0.startedOn > $p1
          THEN 'PLANNED'
          ELSE n0.statedStatus END AS v2,
        n1 IS NOT NULL AS v3,
        CASE WHEN n1.endedOn <= $p1
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
          ELSE n1.statedStep END AS v4,
        count(DISTINCT n0) AS v5
      WITH v2, v3, v4, v5
      ORDER BY v2 ASC, v3 DESC, v4 ASC
      LIMIT $p2
      RETURN [v2, v3, v4, v5]
    }] AS row
