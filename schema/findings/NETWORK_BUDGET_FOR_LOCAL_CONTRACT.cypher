// text: The network pays for guidance or treatment that the municipality contracts itself.
// quotation: Budgetten voor begeleiding en behandeling die al in lokaal zijn gecontracteerd, zoals in
//   Groningen, Veendam en Oldambt, worden hiervan uitgezonderd.
// place: S0, footnote 1, text lines 141-142
MATCH (trajectory:Trajectory)<-[:PART_OF]-(delivery:Delivery {fundedBy: 'NETWORK_BUDGET'})
MATCH (delivery)-[:OF_PRODUCT]->(product:Product)-[:MAPS_TO]->(segment:Segment)
WHERE delivery.startedOn IS NOT NULL AND segment.code IN ['BASIS', 'AANVULLEND']
MATCH (trajectory)-[:FOR]->(:Youth)-[home:LIVES_IN]->(municipality:Municipality)
WHERE (home.validFrom IS NULL OR home.validFrom <= delivery.startedOn)
  AND (home.validTo IS NULL OR home.validTo > delivery.startedOn)
  AND EXISTS {
    (municipality)-[party:PARTY_TO]->(local:Agreement {kind: 'LOCAL', paidByNetwork: false})
    WHERE (party.validFrom IS NULL OR party.validFrom <= delivery.startedOn)
      AND (party.validTo IS NULL OR party.validTo > delivery.startedOn)
      AND any(name IN product.names
        WHERE toLower(name) CONTAINS 'begeleiding' AND 'GUIDANCE' IN local.covers
          OR toLower(name) CONTAINS 'behandeling' AND 'TREATMENT' IN local.covers)
  }
RETURN DISTINCT trajectory, delivery, delivery.startedOn AS since, delivery.endedOn AS until
