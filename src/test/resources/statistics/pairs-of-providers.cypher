MATCH (a)-[m:DELIVERS]->(d)-[:PART_OF]->(t)-[:FOR]->(y)
WHERE (m.validFrom IS NULL OR m.validFrom <= $on) AND (m.validTo IS NULL OR m.validTo > $on)
  AND (d.startedOn <= $on OR (d.startedOn IS NULL AND d.statedStatus = 'RUNNING'))
  AND (d.endedOn IS NULL OR NOT d.endedOn <= $on)
  AND (d.decidedOn IS NULL OR d.decidedOn <= $on)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
WITH DISTINCT y, CASE WHEN a:Network THEN a.key ELSE a.agb END AS first
MATCH (b)-[m:DELIVERS]->(d)-[:PART_OF]->(t)-[:FOR]->(y)
WHERE (m.validFrom IS NULL OR m.validFrom <= $on) AND (m.validTo IS NULL OR m.validTo > $on)
  AND (d.startedOn <= $on OR (d.startedOn IS NULL AND d.statedStatus = 'RUNNING'))
  AND (d.endedOn IS NULL OR NOT d.endedOn <= $on)
  AND (d.decidedOn IS NULL OR d.decidedOn <= $on)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
WITH DISTINCT y, first, CASE WHEN b:Network THEN b.key ELSE b.agb END AS second
WHERE first < second
RETURN y.key AS youth, $on AS day, first, second
