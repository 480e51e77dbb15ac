MATCH (y:Youth)
WITH y, COUNT {
  MATCH (o)-[m:DELIVERS]->(d)-[:PART_OF]->(t)-[:FOR]->(y)
  WHERE (m.validFrom IS NULL OR m.validFrom <= $on) AND (m.validTo IS NULL OR m.validTo > $on)
  AND (d.startedOn <= $on OR (d.startedOn IS NULL AND d.statedStatus = 'RUNNING'))
  AND (d.endedOn IS NULL OR NOT d.endedOn <= $on)
  AND (d.decidedOn IS NULL OR d.decidedOn <= $on)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
  RETURN DISTINCT o
} AS number
WHERE number > 0
RETURN y.key AS youth, $on AS day,
  ['1', '2', '3', '4_OR_MORE'][CASE WHEN number > 4 THEN 3 ELSE number - 1 END] AS providers
