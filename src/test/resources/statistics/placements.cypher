MATCH (p:Product)<-[:OF_PRODUCT]-(d)-[:PART_OF]->(t)-[:FOR]->(y)
WHERE substring(p.code, 0, 2) IN ['43', '44'] AND $on <= d.startedOn < $after
  AND (y.birthDate IS NULL OR y.birthDate <= d.startedOn)
WITH d, t, y, t.analysedOn IS NOT NULL AND t.analysedOn <= d.startedOn AS analysed,
  COUNT { (t)<-[:PART_OF]-(e)-[:IN_MODULE]->(m) WHERE m.number = '6.1' AND e.startedOn <= d.startedOn } AS interventions
RETURN y.key AS youth, d.startedOn AS day,
  CASE analysed WHEN true THEN 'COMPLETE' ELSE 'MISSING' END AS analysis,
  CASE interventions WHEN 0 THEN 'NOT_BEFORE' ELSE 'BEFORE' END AS familyIntervention
