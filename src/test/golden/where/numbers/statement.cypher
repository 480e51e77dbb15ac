CYPHER 5
MATCH (n1:Trajectory)
WHERE (NOT (coalesce(n1.signalledOn > $p1, false)) AND n1.key = $p4)
MATCH (n1)<-[r0:PART_OF]-(n0:BigFiveStatus)
WHERE (n0.number > $p2 AND n0.number <= $p3)
WITH DISTINCT n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.number, n0.domain] }] AS row
