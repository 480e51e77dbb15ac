// text: This delivery is new, and was decided after the eighteenth birthday.
// quotation: Als de jeugdige gedurende het jeugdhulptraject de leeftijd van 18 jaar wordt, dan willen
//   we dat de benodigde (jeugd)hulp gecontinueerd kan worden.
// place: Jeugdwet, article 1.1 (jeugdige); S2, text lines 763-764
MATCH (trajectory:Trajectory)<-[:PART_OF]-(delivery:Delivery {decision: 'NEW'})
MATCH (trajectory)-[:FOR]->(youth:Youth)
WITH trajectory, delivery, youth, coalesce(delivery.decidedOn, delivery.startedOn) AS since
WHERE since >= youth.birthDate + duration({years: 18})
RETURN trajectory, delivery, since, delivery.endedOn AS until
