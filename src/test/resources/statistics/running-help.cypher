MATCH (d:Delivery)-[:PART_OF]->(t)-[:FOR]->(y)
WHERE (d.startedOn <= $on OR (d.startedOn IS NULL AND d.statedStatus = 'RUNNING'))
  AND (d.endedOn IS NULL OR NOT d.endedOn <= $on)
  AND (d.decidedOn IS NULL OR d.decidedOn <= $on)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
WITH d, y
UNWIND CASE WHEN EXISTS { (d)-[:IN_SEGMENT]->() } THEN COLLECT { MATCH (d)-[:IN_SEGMENT]->(s) RETURN s.key } ELSE [null] END AS segment
UNWIND CASE WHEN EXISTS { (d)<-[m:DELIVERS]-() WHERE (m.validFrom IS NULL OR m.validFrom <= $on) AND (m.validTo IS NULL OR m.validTo > $on) }
  THEN COLLECT { MATCH (d)<-[m:DELIVERS]-(o) WHERE (m.validFrom IS NULL OR m.validFrom <= $on) AND (m.validTo IS NULL OR m.validTo > $on) RETURN o }
  ELSE [null] END AS o
RETURN y.key AS youth, $on AS day, segment,
  head(COLLECT { MATCH (d)-[:OF_PRODUCT]->(p) RETURN p.category }) AS category,
  CASE WHEN o:Network THEN o.key ELSE o.agb END AS provider,
  CASE WHEN o:Network THEN 'NETWORK' ELSE o.kind END AS providerKind,
  d.fundedBy AS funding
