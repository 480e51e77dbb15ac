// rows deliveries [ key status startedOn endedOn decision fundedBy volume unit ]
MATCH (d:Delivery) WHERE d.key IS NOT NULL AND (d.decidedOn IS NULL OR d.decidedOn <= $day)
WITH d ORDER BY d.key LIMIT 2000
WITH collect([d.key,
  CASE WHEN d.endedOn <= $day THEN 'STOPPED' WHEN d.startedOn <= $day THEN 'RUNNING'
    WHEN d.startedOn > $day THEN 'PLANNED' ELSE d.statedStatus END,
  d.startedOn, d.endedOn, d.decision, d.fundedBy, d.volume, d.unit]) AS rows
UNWIND range(0, size(rows) - 1, 200) AS first
RETURN rows[first..first + 200] AS rows
