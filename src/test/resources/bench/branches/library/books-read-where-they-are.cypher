MATCH (:Genre {code: 'G3'})<-[:HAS_GENRE]-(b:Book)
WHERE EXISTS {
  MATCH (b)<-[:COPY_OF]-(c:Copy)-[:HELD_BY]->(:Library)-[:IN_CITY]->(:City {code: 'C5'})
  WHERE EXISTS { MATCH (c)<-[:OF_COPY]-(:Loan)<-[:BORROWED]-(:Member)-[:LIVES_IN]->(:City {code: 'C5'}) }
}
WITH DISTINCT b ORDER BY b.isbn
RETURN b.isbn
