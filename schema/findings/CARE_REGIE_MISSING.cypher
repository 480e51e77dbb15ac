// text: Nobody holds the regie over the care of this specialised trajectory.
// quotation: Het HSJ-netwerk voert de zorgregie
// place: S0, text lines 92-94
MATCH (trajectory:Trajectory {kind: 'HSJ'})
WHERE trajectory.startedOn IS NOT NULL OR trajectory.statedStep = 'CARE'
RETURN trajectory, trajectory.startedOn AS since, trajectory.endedOn AS until,
  COLLECT {
    MATCH (trajectory)<-[regie:HOLDS_REGIE {kind: 'CARE'}]-()
    RETURN {since: regie.validFrom, until: regie.validTo}
  } AS covered
