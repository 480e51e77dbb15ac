// text: Two hold the regie over care, or over the process, of this trajectory at once.
// quotation: Het HSJ-netwerk voert de zorgregie, de procesregie blijft bij het lokale team of de GI.
// place: S0, text lines 92-94
MATCH (one)-[first:HOLDS_REGIE]->(trajectory:Trajectory {kind: 'HSJ'})<-[second:HOLDS_REGIE]-(other)
WHERE first.kind IN ['CARE', 'PROCESS']
  AND second.kind = first.kind
  AND elementId(one) < elementId(other)
WITH trajectory,
  CASE WHEN first.validFrom IS NULL OR second.validFrom > first.validFrom
    THEN second.validFrom ELSE first.validFrom END AS since,
  CASE WHEN first.validTo IS NULL OR second.validTo < first.validTo
    THEN second.validTo ELSE first.validTo END AS until
RETURN trajectory, since,
  CASE WHEN until IS NULL OR trajectory.endedOn < until
    THEN trajectory.endedOn ELSE until END AS until
