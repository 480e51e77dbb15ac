// text: This stay began before both an explanatory analysis and an intervention for the family.
// quotation: Geen uithuisplaatsing zonder verklarende analyse en gezinsgerichte interventie
// place: S1, text line 111
MATCH (trajectory:Trajectory)<-[:PART_OF]-(delivery:Delivery)-[:IN_MODULE]->(module:Module)
WHERE module.number IN ['6.2', '6.3']
  AND (delivery.startedOn IS NOT NULL OR delivery.statedStatus = 'RUNNING')
RETURN trajectory, delivery, delivery.startedOn AS since, delivery.endedOn AS until,
  COLLECT {
    MATCH (trajectory)<-[:PART_OF]-(analysis:Analysis)
    WHERE analysis.completedOn IS NOT NULL OR analysis.statedStatus = 'COMPLETE'
    MATCH (trajectory)<-[:PART_OF]-(intervention:Delivery)-[:IN_MODULE]->(:Module {number: '6.1'})
    RETURN {
      since: CASE
        WHEN analysis.completedOn IS NULL OR intervention.decidedOn > analysis.completedOn
        THEN intervention.decidedOn ELSE analysis.completedOn END,
      until: null
    }
  } AS covered
