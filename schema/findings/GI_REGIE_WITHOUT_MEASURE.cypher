// text: A certified institution holds a regie while the youth has no measure.
// place: Jeugdwet, article 1.1 (gecertificeerde instelling)
MATCH (:Referrer {kind: 'CERTIFIED_INSTITUTION'})-[regie:HOLDS_REGIE]->(trajectory:Trajectory)
MATCH (trajectory)-[:FOR]->(youth:Youth)
WHERE NOT 'MEASURES' IN coalesce(youth.unrecorded, [])
RETURN trajectory, regie.validFrom AS since,
  CASE WHEN regie.validTo IS NULL OR trajectory.endedOn < regie.validTo
    THEN trajectory.endedOn ELSE regie.validTo END AS until,
  COLLECT {
    MATCH (youth)<-[:CONCERNS]-(measure:Measure)
    RETURN {since: measure.startedOn, until: measure.endedOn}
  } AS covered
