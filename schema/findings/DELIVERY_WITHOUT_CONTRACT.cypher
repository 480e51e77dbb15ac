// text: On the first day of this delivery its provider had no contract for the product.
// quotation: Uiteraard onder de voorwaarde dat de aanbieder voor desbetreffende producten is
//   gecontracteerd.
// place: S4, text line 97
MATCH (trajectory:Trajectory)<-[:PART_OF]-(delivery:Delivery)-[:OF_PRODUCT]->(product:Product)
MATCH (provider:Provider)-[delivers:DELIVERS]->(delivery)
WHERE delivery.startedOn IS NOT NULL
  AND (delivers.validFrom IS NULL OR delivers.validFrom <= delivery.startedOn)
  AND (delivers.validTo IS NULL OR delivers.validTo > delivery.startedOn)
RETURN trajectory, delivery, delivery.startedOn AS since, delivery.endedOn AS until,
  COLLECT {
    MATCH (provider)-[contract:CONTRACTED_FOR]->(product)
    WHERE contract.validTo IS NULL OR contract.validTo > delivery.startedOn
    RETURN {since: contract.validFrom, until: null}
  } AS covered
