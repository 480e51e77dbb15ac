CYPHER 5 MATCH (n2:Youth)
WHERE n2.id = $p1
MATCH (n2)<-[r1:FOR]-(n1:Trajectory)
MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
WHERE n0.status = $p2
WITH DISTINCT n0 ORDER BY n0.id ASC
RETURN 0 AS field, [n0.id] AS row UNION ALL
MATCH (n6:Youth)
WHERE n6.id = $p3
MATCH (n6)<-[r4:FOR]-(n5:Trajectory)
MATCH (n5)<-[r3:PART_OF]-(n4:Delivery)
MATCH (n4)-[r2:IN_SEGMENT]->(n3:Segment)
WITH DISTINCT n3 ORDER BY n3.key ASC
RETURN 1 AS field, [n3.code] AS row
