MATCH (t:Trajectory)-[:FOR]->(y)
WHERE t.signalledOn <= $on
  AND (t.firstHelpOn IS NULL OR t.firstHelpOn > $on)
  AND (t.endedOn IS NULL OR t.endedOn > $on)
  AND (t.decision IS NULL OR t.decision <> 'NO_HSJ' OR t.decidedOn IS NULL OR t.decidedOn > $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
RETURN y.key AS youth, $on AS day, t.kind AS kind,
  CASE
    WHEN date($on) <= t.signalledOn + duration({days: 28}) THEN 'UP_TO_4_WEEKS'
    WHEN date($on) <= t.signalledOn + duration({days: 98}) THEN 'UP_TO_14_WEEKS'
    WHEN date($on) <= t.signalledOn + duration({days: 182}) THEN 'UP_TO_26_WEEKS'
    ELSE 'LONGER'
  END AS wait
