// rows deliveries [ key status trajectory { step } product { name } ]
MATCH (p:Provider {agb: $organisation})-[r:DELIVERS]->(m:Delivery)-[:PART_OF]->(t:Trajectory)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day)
  AND (m.decidedOn IS NULL OR m.decidedOn <= $day)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $day)
WITH p, t, any(one IN collect(r.validTo IS NULL OR r.validTo > $day) WHERE one) AS helps
MATCH (t)<-[:PART_OF]-(d:Delivery)
WHERE (d.decidedOn IS NULL OR d.decidedOn <= $day)
  AND ((helps AND d.startedOn <= $day AND (d.endedOn IS NULL OR d.endedOn > $day))
    OR EXISTS {
      MATCH (d)<-[r:DELIVERS]-(p)
      WHERE r.validFrom IS NULL OR r.validFrom <= $day
    })
WITH d, t, helps ORDER BY d.key LIMIT 20
OPTIONAL MATCH (d)-[:OF_PRODUCT]->(q:Product)
WITH d, t, helps, q ORDER BY d.key
RETURN collect([d.key,
  CASE WHEN d.endedOn <= $day THEN 'STOPPED' WHEN d.startedOn <= $day THEN 'RUNNING'
    WHEN d.startedOn > $day THEN 'PLANNED' ELSE d.statedStatus END,
  CASE WHEN helps THEN [CASE WHEN t.endedOn <= $day THEN 'OUTFLOW' WHEN t.firstHelpOn <= $day THEN 'CARE'
    WHEN t.plannedOn <= $day THEN 'PLAN' WHEN t.analysedOn <= $day THEN 'ANALYSIS'
    WHEN t.decidedOn <= $day THEN 'DECISION' WHEN t.intakeOn <= $day THEN 'INTAKE'
    WHEN t.signalledOn <= $day THEN 'SIGNAL' ELSE t.statedStep END] END,
  CASE WHEN q IS NOT NULL THEN [q.name] END]) AS rows
