// deliveriesConnection { totalCount groups [ key { product { key name } } count { nodes } ] }
MATCH (p:Provider {agb: $organisation})-[r:DELIVERS]->(:Delivery)-[:PART_OF]->(t:Trajectory)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
WITH DISTINCT p, t
MATCH (t)<-[:PART_OF]-(d:Delivery)
WHERE (d.startedOn <= $day AND (d.endedOn IS NULL OR d.endedOn > $day))
  OR EXISTS {
    MATCH (d)<-[r:DELIVERS]-(p)
    WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  }
OPTIONAL MATCH (d)-[:OF_PRODUCT]->(q:Product)
WITH q, count(*) AS nodes ORDER BY nodes DESC, q.key
WITH sum(nodes) AS total, collect([[CASE WHEN q IS NOT NULL THEN [q.key, q.name] END], [nodes]])
  AS groups
RETURN [total, groups[..10]] AS deliveriesConnection
