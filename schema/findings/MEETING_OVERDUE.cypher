// text: There was no multidisciplinary meeting within the interval that the plan sets.
// quotation: In het gezamenlijke plan worden afspraken gemaakt over de frequentie waarmee de betrokken
//   professionals samenkomen in een Multidisciplinair Overleg (MDO) tijdens de uitvoering van het plan
// place: S3, text lines 330-331; S1, text lines 223-226
MATCH (trajectory:Trajectory {kind: 'HSJ'})<-[:PART_OF]-(plan:Plan)
WHERE plan.agreedOn IS NOT NULL
  AND plan.meetingIntervalDays > 0
  AND NOT 'MEETINGS' IN coalesce(trajectory.unrecorded, [])
  AND NOT EXISTS { (trajectory)<-[:PART_OF]-(unknown:Meeting) WHERE unknown.heldOn IS NULL }
CALL (trajectory, plan) {
  OPTIONAL MATCH (trajectory)<-[:PART_OF]-(later:Plan)
  WHERE later.agreedOn > plan.agreedOn
  RETURN min(later.agreedOn) AS replacedOn
}
WITH trajectory, plan, duration({days: plan.meetingIntervalDays + 1}) AS interval,
  CASE WHEN replacedOn IS NULL OR trajectory.endedOn < replacedOn
    THEN trajectory.endedOn ELSE replacedOn END AS until
RETURN trajectory, plan.agreedOn AS since, until,
  [{since: plan.agreedOn, until: plan.agreedOn + interval}]
  + COLLECT {
    MATCH (trajectory)<-[:PART_OF]-(meeting:Meeting)
    RETURN {since: meeting.heldOn, until: meeting.heldOn + interval}
  } AS covered
