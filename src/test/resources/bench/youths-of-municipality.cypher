// rows youths [ key trajectories [ kind deliveries [ status ] ] ]
MATCH (:Municipality {code: $organisation})<-[r:LIVES_IN]-(y:Youth)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  AND (y.birthDate IS NULL OR y.birthDate <= $day)
WITH DISTINCT y ORDER BY y.key LIMIT 20
WITH y, COLLECT {
  MATCH (y)<-[:FOR]-(t:Trajectory)
  WHERE t.signalledOn IS NULL OR t.signalledOn <= $day
  WITH t ORDER BY t.key
  RETURN [t.kind, COLLECT {
    MATCH (t)<-[:PART_OF]-(d:Delivery)
    WHERE d.decidedOn IS NULL OR d.decidedOn <= $day
    WITH d ORDER BY d.key
    RETURN [CASE WHEN d.endedOn <= $day THEN 'STOPPED' WHEN d.startedOn <= $day THEN 'RUNNING'
    WHEN d.startedOn > $day THEN 'PLANNED' ELSE d.statedStatus END]
  }]
} AS trajectories
RETURN collect([y.key, trajectories]) AS rows
