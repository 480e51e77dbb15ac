// text: A product of specialised care is delivered outside a specialised trajectory.
// quotation: De producten die zijn ingedeeld in het segment HSJ, zijn onder 6.1 t/m 6.4 in het
//   inkoopdocument opgenomen als HSJ voorzieningen.
// place: S0, text lines 56-59
MATCH (trajectory:Trajectory {kind: 'REGULAR'})<-[:PART_OF]-(delivery:Delivery)
MATCH (delivery)-[:OF_PRODUCT]->(product:Product)
WHERE EXISTS {
  (product)-[:LISTED_IN]->(:Cluster)-[:PART_OF_MODULE]->(module:Module)
  WHERE module.number IN ['6.1', '6.2', '6.3', '6.4']
}
RETURN trajectory, delivery, delivery.startedOn AS since, delivery.endedOn AS until
