CYPHER 5 MATCH (n0:Trajectory)
WHERE (n0.outOfHomeRisk = $p1
  AND n0.source = $p2
  AND n0.id IS NOT NULL)
WITH n0 ORDER BY n0.id ASC
RETURN 0 AS field, [n0.id] AS row
