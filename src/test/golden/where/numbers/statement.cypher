CYPHER 5 MATCH (n1:Trajectory)
WHERE n1.id = $p3
MATCH (n1)<-[r0:PART_OF]-(n0:BigFiveStatus)
WHERE (n0.number > $p1
  AND n0.number <= $p2)
WITH DISTINCT n0 ORDER BY n0.id ASC
RETURN 0 AS field, [n0.number, n0.domain] AS row
