CYPHER 5 MATCH (n0:Segment)
WHERE (CASE WHEN n0.name IS :: STRING THEN toLower(n0.name) END CONTAINS $p1
  AND CASE WHEN n0.name IS :: STRING THEN toLower(n0.name) END STARTS WITH $p2
  AND n0.key IS NOT NULL)
WITH n0 ORDER BY n0.key ASC
RETURN 0 AS field, [n0.key] AS row
