CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p2
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0)
      AND NOT (coalesce(n0.birthDate > $p1, false))
      AND NOT (coalesce(n0.birthDate > $p0, false)))
    WITH DISTINCT n0
    ORDER BY n0.key ASC
    LIMIT $p3
    RETURN [n0.key,
      n0.birthDate,
      COLLECT {
        MATCH (n0)<-[r1:FOR]-(n2:Trajectory)
        WHERE (NOT (coalesce(n2.signalledOn > $p1, false))
          AND NOT (coalesce(n2.signalledOn > $p0, false)))
        WITH DISTINCT n2
        ORDER BY n2.key ASC
        RETURN [n2.key,
          CASE WHEN n2.endedOn <= $p1
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
      }]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n6:Municipality)
    WHERE n6.code = $p2
    MATCH (n6)<-[r4:LIVES_IN]-(n5:Youth)
    WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p0)
      AND (r4.validTo IS NULL OR r4.validTo > $p0)
      AND NOT (coalesce(n5.birthDate > $p4, false))
      AND NOT (coalesce(n5.birthDate > $p0, false)))
    WITH DISTINCT n5
    WITH count(n5) AS v0, collect(DISTINCT n5) AS v1
    RETURN [v0, COLLECT { UNWIND v1 AS n5 WITH DISTINCT n5 LIMIT $p5 RETURN [n5.key] }, size(v1)]
  })] AS row
