// rows deliveries [ id status startedOn endedOn decision fundedBy volume unit ]
MATCH (d:Delivery) WHERE d.id IS NOT NULL
WITH d ORDER BY d.id LIMIT 2000
WITH collect([d.id, d.status, d.startedOn, d.endedOn, d.decision, d.fundedBy, d.volume, d.unit])
  AS rows
UNWIND range(0, size(rows) - 1, 200) AS first
RETURN rows[first..first + 200] AS rows
