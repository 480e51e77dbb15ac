// text: Specialised help began before a treatment plan was agreed.
// quotation: Op basis van deze analyse volgt een gezamenlijk plan ten aanzien van de in te zetten
//   jeugdhulp
// place: S0, text lines 65-66
MATCH (trajectory:Trajectory {kind: 'HSJ'})
WHERE trajectory.firstHelpOn IS NOT NULL OR trajectory.statedStep = 'CARE'
RETURN trajectory, trajectory.firstHelpOn AS since, trajectory.endedOn AS until,
  COLLECT {
    MATCH (trajectory)<-[:PART_OF]-(plan:Plan)
    WHERE plan.agreedOn IS NOT NULL OR plan.statedStatus = 'COMPLETE'
    RETURN {since: plan.agreedOn, until: null}
  } AS covered
