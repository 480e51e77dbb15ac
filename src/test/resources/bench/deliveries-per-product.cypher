// deliveriesConnection { totalCount groups [ key { product { key name } } count { nodes } ] }
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
OPTIONAL MATCH (d)-[:OF_PRODUCT]->(q:Product)
WITH q, count(*) AS nodes ORDER BY nodes DESC, q.key
WITH sum(nodes) AS total, collect([[CASE WHEN q IS NOT NULL THEN [q.key, q.name] END], [nodes]])
  AS groups
RETURN [total, groups[..10]] AS deliveriesConnection
