// rows deliveries [ id status trajectory { step } product { name } ]
MATCH (p:Provider {agb: $organisation})-[r:DELIVERS]->(:Delivery)-[:PART_OF]->(t:Trajectory)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
WITH DISTINCT p, t
MATCH (t)<-[:PART_OF]-(d:Delivery)
WHERE (d.startedOn <= $day AND (d.endedOn IS NULL OR d.endedOn > $day))
  OR EXISTS {
    MATCH (d)<-[r:DELIVERS]-(p)
    WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  }
WITH d, t ORDER BY d.id LIMIT 20
OPTIONAL MATCH (d)-[:OF_PRODUCT]->(q:Product)
WITH d, t, q ORDER BY d.id
RETURN collect([d.id, d.status, [t.step], CASE WHEN q IS NOT NULL THEN [q.name] END]) AS rows
