// deliveriesConnection { groups [ key { segments { key } } countDistinct { youths } ] }
MATCH (:Municipality {code: $municipality})<-[r:LIVES_IN]-(y:Youth)<-[:FOR]-(t:Trajectory)<-[:PART_OF]-(d:Delivery)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  AND (y.birthDate IS NULL OR y.birthDate <= $day)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $day)
  AND (d.decidedOn IS NULL OR d.decidedOn <= $day)
OPTIONAL MATCH (d)-[:IN_SEGMENT]->(s:Segment)
WITH s, count(DISTINCT y) AS youths ORDER BY s IS NULL, s.key
RETURN [collect([[CASE WHEN s IS NOT NULL THEN [s.key] END], [youths]])] AS deliveriesConnection
