// deliveriesConnection { edges [ node { id status startedOn product { name } } ]
//   pageInfo { hasNextPage endCursor } }
MATCH (p:Provider {agb: $organisation})-[r:DELIVERS]->(:Delivery)-[:PART_OF]->(t:Trajectory)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
WITH DISTINCT p, t
MATCH (t)<-[:PART_OF]-(d:Delivery)
WHERE d.id > $after
  AND ((d.startedOn <= $day AND (d.endedOn IS NULL OR d.endedOn > $day))
    OR EXISTS {
      MATCH (d)<-[r:DELIVERS]-(p)
      WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
    })
WITH d ORDER BY d.id LIMIT 101
WITH collect(d) AS found
WITH found[..100] AS page, size(found) > 100 AS more
RETURN [
  [d IN page | [[d.id, d.status, d.startedOn, head([(d)-[:OF_PRODUCT]->(q:Product) | [q.name]])]]],
  [more, page[-1].id]] AS deliveriesConnection
