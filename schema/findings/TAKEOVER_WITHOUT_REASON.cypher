// text: This delivery was taken over from another, and no reason is recorded.
// quotation: Het HSJ-netwerk neemt de hulp alleen over als dat van toegevoegde waarde is voor de
//   jeugdige en het gezin.
// place: S0, text lines 76-77
MATCH (trajectory:Trajectory)<-[:PART_OF]-(delivery:Delivery {decision: 'TAKEN_OVER'})
WHERE delivery.reason IS NULL
RETURN trajectory, delivery, coalesce(delivery.decidedOn, delivery.startedOn) AS since,
  delivery.endedOn AS until
