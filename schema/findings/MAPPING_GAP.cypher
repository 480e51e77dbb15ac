// text: This product is in no segment between two placements.
// quotation: De gemeenten hebben de huidige gecontracteerde producten (...) ingedeeld in één van deze
//   segmenten.
// place: S0, text lines 43-44
MATCH (product:Product)-[placement:MAPS_TO]->(:Segment)
WITH product, placement.purpose AS purpose, min(placement.validTo) AS since,
  max(placement.validFrom) AS until,
  collect({since: placement.validFrom, until: placement.validTo}) AS covered
WHERE since < until
RETURN product, since, until, covered
