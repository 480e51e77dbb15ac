CALL () {
  MATCH (d:Delivery) WHERE $on <= d.startedOn < $after
  RETURN d, 'BEGUN' AS change, d.startedOn AS day
  UNION ALL
  MATCH (d:Delivery) WHERE $on <= d.endedOn < $after
  RETURN d, 'ENDED' AS change, d.endedOn AS day
}
MATCH (d)-[:PART_OF]->(t)-[:FOR]->(y)
WHERE (y.birthDate IS NULL OR y.birthDate <= day)
  AND (t.signalledOn IS NULL OR t.signalledOn <= day)
  AND (d.decidedOn IS NULL OR d.decidedOn <= day)
OPTIONAL MATCH (d)-[:IN_SEGMENT]->(s)
RETURN y.key AS youth, day, change, s.key AS segment
