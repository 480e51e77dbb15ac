// text: This specialised trajectory has no contact for youth and family, or two at once.
// quotation: Bieden van één aanspreekpunt vanuit het netwerk
// place: S1, text lines 140 and 174-177
MATCH (trajectory:Trajectory {kind: 'HSJ'})
WHERE (trajectory.startedOn IS NOT NULL OR trajectory.statedStep = 'CARE')
  AND NOT 'CONTACT' IN coalesce(trajectory.unrecorded, [])
RETURN trajectory, trajectory.startedOn AS since, trajectory.endedOn AS until,
  COLLECT {
    MATCH (trajectory)<-[contact:CONTACT_FOR]-()
    RETURN {since: contact.validFrom, until: contact.validTo}
  } AS covered
UNION ALL
MATCH (one)-[first:CONTACT_FOR]->(trajectory:Trajectory {kind: 'HSJ'})<-[second:CONTACT_FOR]-(other)
WHERE elementId(one) < elementId(other)
WITH trajectory,
  CASE WHEN first.validFrom IS NULL OR second.validFrom > first.validFrom
    THEN second.validFrom ELSE first.validFrom END AS since,
  CASE WHEN first.validTo IS NULL OR second.validTo < first.validTo
    THEN second.validTo ELSE first.validTo END AS until
RETURN trajectory, since,
  CASE WHEN until IS NULL OR trajectory.endedOn < until
    THEN trajectory.endedOn ELSE until END AS until,
  [] AS covered
