// text: The regie over care is held by another than a network.
// quotation: Het HSJ-netwerk voert de zorgregie
// place: S0, text lines 92-94
MATCH (holder)-[regie:HOLDS_REGIE {kind: 'CARE'}]->(trajectory:Trajectory {kind: 'HSJ'})
WHERE NOT holder:Network
RETURN trajectory, regie.validFrom AS since,
  CASE WHEN regie.validTo IS NULL OR trajectory.endedOn < regie.validTo
    THEN trajectory.endedOn ELSE regie.validTo END AS until
