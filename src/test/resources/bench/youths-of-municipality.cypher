// rows youths [ id trajectories [ kind deliveries [ status ] ] ]
MATCH (:Municipality {code: $organisation})<-[r:LIVES_IN]-(y:Youth)
WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
WITH DISTINCT y ORDER BY y.id LIMIT 20
WITH y, COLLECT {
  MATCH (y)<-[:FOR]-(t:Trajectory)
  WITH t ORDER BY t.id
  RETURN [t.kind, COLLECT {
    MATCH (t)<-[:PART_OF]-(d:Delivery)
    WITH d ORDER BY d.id
    RETURN [d.status]
  }]
} AS trajectories
RETURN collect([y.id, trajectories]) AS rows
