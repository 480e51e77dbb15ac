// text: This specialised trajectory runs and meets no criterion for specialised care.
// quotation: dat de jeugdige en het gezin conform de inclusiecriteria binnen de verantwoordelijkheid
//   van het HSJ netwerk valt
// place: S0, text lines 56-59
MATCH (trajectory:Trajectory {kind: 'HSJ'})
WHERE (trajectory.startedOn IS NOT NULL OR trajectory.statedStep = 'CARE')
  AND NOT EXISTS { (trajectory)-[:MEETS]->(:Criterion) }
RETURN trajectory, trajectory.startedOn AS since, trajectory.endedOn AS until
