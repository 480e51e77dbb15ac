// text: This delivery runs before the signal of its trajectory, or after the outflow.
// quotation: Per jeugdige/gezin is er sprake van één integraal, voorspelbaar, herkenbaar en
//   samenhangend jeugdhulptraject
// place: S1, text line 102
MATCH (trajectory:Trajectory)<-[:PART_OF]-(delivery:Delivery)
WHERE delivery.startedOn IS NOT NULL
  AND (trajectory.signalledOn IS NOT NULL OR trajectory.endedOn IS NOT NULL)
RETURN trajectory, delivery, delivery.startedOn AS since, delivery.endedOn AS until,
  [{
    since: CASE WHEN delivery.decision = 'CONTINUED' THEN null ELSE trajectory.signalledOn END,
    until: trajectory.endedOn
  }] AS covered
