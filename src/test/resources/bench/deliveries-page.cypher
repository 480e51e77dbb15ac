// deliveriesConnection { edges [ node { key status startedOn product { name } } ]
//   pageInfo { hasNextPage endCursor } }
MATCH (p:Provider {agb: $organisation})-[r:DELIVERS]->(m:Delivery)-[:PART_OF]->(t:Trajectory)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day)
  AND (m.decidedOn IS NULL OR m.decidedOn <= $day)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $day)
WITH p, t, any(one IN collect(r.validTo IS NULL OR r.validTo > $day) WHERE one) AS helps
MATCH (t)<-[:PART_OF]-(d:Delivery)
WHERE d.key > $after
  AND (d.decidedOn IS NULL OR d.decidedOn <= $day)
  AND ((helps AND d.startedOn <= $day AND (d.endedOn IS NULL OR d.endedOn > $day))
    OR EXISTS {
      MATCH (d)<-[r:DELIVERS]-(p)
      WHERE r.validFrom IS NULL OR r.validFrom <= $day
    })
WITH d ORDER BY d.key LIMIT 101
WITH collect(d) AS found
WITH found[..100] AS page, size(found) > 100 AS more
RETURN [
  [d IN page | [[d.key,
    CASE WHEN d.endedOn <= $day THEN 'STOPPED' WHEN d.startedOn <= $day THEN 'RUNNING'
    WHEN d.startedOn > $day THEN 'PLANNED' ELSE d.statedStatus END,
    d.startedOn, head([(d)-[:OF_PRODUCT]->(q:Product) | [q.name]])]]],
  [more, page[-1].key]] AS deliveriesConnection
