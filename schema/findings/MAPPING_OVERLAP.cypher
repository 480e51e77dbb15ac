// text: This product counts for the contract value of two segments at once.
// quotation: De gemeenten hebben de huidige gecontracteerde producten (...) ingedeeld in één van deze
//   segmenten.
// place: S0, text lines 43-44
MATCH (one:Segment)<-[first:MAPS_TO {purpose: 'INDICATIVE_CONTRACT_VALUE'}]-(product:Product)
MATCH (product)-[second:MAPS_TO {purpose: 'INDICATIVE_CONTRACT_VALUE'}]->(other:Segment)
WHERE elementId(one) < elementId(other) AND one.scheme = other.scheme
RETURN product,
  CASE WHEN first.validFrom IS NULL OR second.validFrom > first.validFrom
    THEN second.validFrom ELSE first.validFrom END AS since,
  CASE WHEN first.validTo IS NULL OR second.validTo < first.validTo
    THEN second.validTo ELSE first.validTo END AS until
