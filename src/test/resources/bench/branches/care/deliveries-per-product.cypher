MATCH (:Segment {key: 'GRONINGEN/MEMO_2026/BASIS'})<-[s:MAPS_TO]-(p:Product)
WHERE (s.validFrom IS NULL OR s.validFrom <= $day) AND (s.validTo IS NULL OR s.validTo > $day)
WITH collect(DISTINCT p) AS products
MATCH (:Municipality {code: '0037'})<-[r:LIVES_IN]-(y:Youth)<-[:FOR]-(t:Trajectory)<-[:PART_OF]-(d:Delivery)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  AND (y.birthDate IS NULL OR y.birthDate <= $day)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $day)
  AND (d.decidedOn IS NULL OR d.decidedOn <= $day)
MATCH (d)-[:OF_PRODUCT]->(p:Product) WHERE p IN products
WITH p, count(DISTINCT d) AS deliveries ORDER BY p.key
RETURN p.key, deliveries
