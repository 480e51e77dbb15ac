// text: Another specialised trajectory of the same youth runs at the same time.
// quotation: Per jeugdige/gezin is er sprake van één integraal, voorspelbaar, herkenbaar en
//   samenhangend jeugdhulptraject
// place: S1, text line 102
MATCH (one:Trajectory {kind: 'HSJ'})-[:FOR]->(:Youth)<-[:FOR]-(other:Trajectory {kind: 'HSJ'})
WHERE elementId(one) < elementId(other)
  AND one.startedOn IS NOT NULL
  AND other.startedOn IS NOT NULL
WITH one, other,
  CASE WHEN other.startedOn > one.startedOn THEN other.startedOn ELSE one.startedOn END AS since,
  CASE WHEN one.endedOn IS NULL OR other.endedOn < one.endedOn
    THEN other.endedOn ELSE one.endedOn END AS until
UNWIND [one, other] AS trajectory
RETURN trajectory, since, until
