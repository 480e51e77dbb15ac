// text: A measure runs in this specialised trajectory, and nobody holds the regie over safety.
// quotation: Zo is er regievoering op zorg (HSJ-netwerk), veiligheid (Gi’s, Veilig Thuis, Zorg- &
//   Veiligheidshuis)
// place: S1, text lines 202-205
MATCH (measure:Measure)-[:CONCERNS]->(:Youth)<-[:FOR]-(trajectory:Trajectory {kind: 'HSJ'})
WHERE trajectory.startedOn IS NOT NULL
  AND NOT 'SAFETY_REGIE' IN coalesce(trajectory.unrecorded, [])
RETURN trajectory, measure,
  CASE WHEN measure.startedOn > trajectory.startedOn
    THEN measure.startedOn ELSE trajectory.startedOn END AS since,
  CASE WHEN measure.endedOn IS NULL OR trajectory.endedOn < measure.endedOn
    THEN trajectory.endedOn ELSE measure.endedOn END AS until,
  COLLECT {
    MATCH (trajectory)<-[regie:HOLDS_REGIE {kind: 'SAFETY'}]-()
    RETURN {since: regie.validFrom, until: regie.validTo}
  } AS covered
