MATCH (p:Product)<-[:OF_PRODUCT]-(d)-[:PART_OF]->(t)-[:FOR]->(y)
WHERE p.code STARTS WITH '43' OR p.code STARTS WITH '44'
WITH p, d, t, y
WHERE (d.startedOn <= $on OR (d.startedOn IS NULL AND d.statedStatus = 'RUNNING'))
  AND (d.endedOn IS NULL OR NOT d.endedOn <= $on)
  AND (d.decidedOn IS NULL OR d.decidedOn <= $on)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
OPTIONAL MATCH (d)-[:IN_SEGMENT]->(s)
RETURN y.key AS youth, $on AS day, p.category AS category, s.key AS segment
