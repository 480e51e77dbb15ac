// text: Nobody holds the regie over the process of this specialised trajectory.
// quotation: de procesregie blijft bij het lokale team of de GI
// place: S0, text lines 92-94
MATCH (trajectory:Trajectory {kind: 'HSJ'})
WHERE trajectory.startedOn IS NOT NULL OR trajectory.statedStep = 'CARE'
RETURN trajectory, trajectory.startedOn AS since, trajectory.endedOn AS until,
  COLLECT {
    MATCH (trajectory)<-[regie:HOLDS_REGIE {kind: 'PROCESS'}]-()
    RETURN {since: regie.validFrom, until: regie.validTo}
  } AS covered
