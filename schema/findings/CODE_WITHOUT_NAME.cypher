// text: The list gives no name for this code.
// place: S0, annex II, text lines 177-336
MATCH (product:Product)
WHERE size(coalesce(product.names, [])) = 0
  AND EXISTS { (product)-[:MAPS_TO]->(:Segment {productsComplete: true}) }
RETURN product, null AS since, null AS until
