MATCH (t:Trajectory)-[:FOR]->(y)
WHERE $on <= t.firstHelpOn < $after AND t.signalledOn <= t.firstHelpOn
  AND (y.birthDate IS NULL OR y.birthDate <= t.firstHelpOn)
WITH t, y, COLLECT { MATCH (d)-[:PART_OF]->(t) MATCH (d)-[:IN_SEGMENT]->(s) WHERE d.startedOn = t.firstHelpOn RETURN s.key } AS segments
UNWIND CASE segments WHEN [] THEN [null] ELSE segments END AS segment
RETURN y.key AS youth, t.firstHelpOn AS day, segment,
  CASE
    WHEN t.firstHelpOn <= t.signalledOn + duration({days: 28}) THEN 'UP_TO_4_WEEKS'
    WHEN t.firstHelpOn <= t.signalledOn + duration({days: 98}) THEN 'UP_TO_14_WEEKS'
    WHEN t.firstHelpOn <= t.signalledOn + duration({days: 182}) THEN 'UP_TO_26_WEEKS'
    ELSE 'LONGER'
  END AS wait
