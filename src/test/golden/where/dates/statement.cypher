CYPHER 5 MATCH (n0:Source)
WHERE (n0.publishedOn >= $p1
  AND n0.publishedOn < $p2
  AND n0.key IS NOT NULL)
WITH n0 ORDER BY n0.key ASC
RETURN 0 AS field, [n0.key, n0.publishedOn] AS row
