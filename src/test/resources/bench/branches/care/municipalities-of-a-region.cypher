MATCH (:Segment {key: 'GRONINGEN/MEMO_2026/HSJ'})<-[s:MAPS_TO]-(p:Product)
WHERE (s.validFrom IS NULL OR s.validFrom <= $day) AND (s.validTo IS NULL OR s.validTo > $day)
WITH collect(DISTINCT p) AS products
MATCH (:Region {code: 'GRONINGEN'})<-[i:IN_REGION]-(m:Municipality)
WHERE (i.validFrom IS NULL OR i.validFrom <= $day) AND (i.validTo IS NULL OR i.validTo > $day)
  AND EXISTS {
    MATCH (m)<-[r:LIVES_IN]-(y:Youth)<-[:FOR]-(t:Trajectory)<-[:PART_OF]-(d:Delivery)-[:OF_PRODUCT]->(p:Product)
    WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
      AND (y.birthDate IS NULL OR y.birthDate <= $day)
      AND (t.signalledOn IS NULL OR t.signalledOn <= $day)
      AND (d.decidedOn IS NULL OR d.decidedOn <= $day)
      AND p IN products
  }
WITH DISTINCT m ORDER BY m.code
RETURN m.code
