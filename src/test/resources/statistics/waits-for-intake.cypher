MATCH (t:Trajectory)-[:FOR]->(y)
WHERE $on <= t.intakeOn < $after AND t.signalledOn <= t.intakeOn
  AND (y.birthDate IS NULL OR y.birthDate <= t.intakeOn)
WITH t, y, COLLECT { MATCH (d)-[:PART_OF]->(t) MATCH (d)-[:IN_SEGMENT]->(s) WHERE d.startedOn = t.firstHelpOn RETURN s.key } AS segments
UNWIND CASE segments WHEN [] THEN [null] ELSE segments END AS segment
RETURN y.key AS youth, t.intakeOn AS day, segment,
  CASE
    WHEN t.intakeOn <= t.signalledOn + duration({days: 7}) THEN 'UP_TO_1_WEEK'
    WHEN t.intakeOn <= t.signalledOn + duration({days: 14}) THEN 'UP_TO_2_WEEKS'
    WHEN t.intakeOn <= t.signalledOn + duration({days: 28}) THEN 'UP_TO_4_WEEKS'
    ELSE 'LONGER'
  END AS wait
