MATCH (:Genre {code: 'G3'})<-[:HAS_GENRE]-(b:Book)
WITH collect(b) AS books
MATCH (:City {code: 'C5'})<-[:LIVES_IN]-(:Member)-[:BORROWED]->(:Loan)-[:OF_COPY]->(c:Copy)
WITH DISTINCT c, books
MATCH (c)-[:COPY_OF]->(b:Book) WHERE b IN books
MATCH (c)-[:HELD_BY]->(l:Library)
WITH DISTINCT l ORDER BY l.code
RETURN l.code
