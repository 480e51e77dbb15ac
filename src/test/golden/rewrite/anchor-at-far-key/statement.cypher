CYPHER 5
MATCH (n2:Youth)
WHERE (NOT (coalesce(n2.birthDate > $p1, false)) AND n2.key = $p2)
MATCH (n2)<-[r1:FOR]-(n1:Trajectory)
WHERE NOT (coalesce(n1.signalledOn > $p1, false))
MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
WHERE (NOT (coalesce(n0.decidedOn > $p1, false))
  AND CASE WHEN n0.endedOn <= $p1
    THEN 'STOPPED'
    WHEN n0.startedOn <= $p1
    THEN 'RUNNING'
    WHEN n0.startedOn > $p1
    THEN 'PLANNED'
    ELSE n0.statedStatus END = $p3)
WITH DISTINCT n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.key] }] AS row
UNION ALL
MATCH (n6:Youth)
WHERE (NOT (coalesce(n6.birthDate > $p4, false)) AND n6.key = $p5)
MATCH (n6)<-[r4:FOR]-(n5:Trajectory)
WHERE NOT (coalesce(n5.signalledOn > $p4, false))
MATCH (n5)<-[r3:PART_OF]-(n4:Delivery)
WHERE NOT (coalesce(n4.decidedOn > $p4, false))
MATCH (n4)-[r2:IN_SEGMENT]->(n3:Segment)
WITH DISTINCT n3
ORDER BY n3.key ASC
WITH collect(n3) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 1 AS field, [COLLECT { UNWIND v2[v3..v3 + 200] AS n3 RETURN [n3.code] }] AS row
