CYPHER 5
MATCH (n2:Youth)
WHERE n2.id = $p1
MATCH (n2)<-[r1:FOR]-(n1:Trajectory)
MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
WHERE n0.status = $p2
WITH DISTINCT n0
ORDER BY n0.id ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.id] }] AS row
UNION ALL
MATCH (n6:Youth)
WHERE n6.id = $p3
MATCH (n6)<-[r4:FOR]-(n5:Trajectory)
MATCH (n5)<-[r3:PART_OF]-(n4:Delivery)
MATCH (n4)-[r2:IN_SEGMENT]->(n3:Segment)
WITH DISTINCT n3
ORDER BY n3.key ASC
WITH collect(n3) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 1 AS field, [COLLECT { UNWIND v2[v3..v3 + 200] AS n3 RETURN [n3.code] }] AS row
