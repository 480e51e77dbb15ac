CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p0, false))
      AND EXISTS {
        MATCH (n0) ((n1)-[r0:CONTINUES]->(n2:Delivery)
          WHERE NOT (coalesce(n2.decidedOn > $p0, false))){1,20} (n3)
        WHERE n3.key = $p1
        RETURN 1
      }
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.key]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [[COUNT {
    MATCH (n4:Delivery)
    WHERE (NOT (coalesce(n4.decidedOn > $p0, false))
      AND COUNT {
        MATCH (n4) ((n5)<-[r1:CONTINUES]-(n6:Delivery)
          WHERE NOT (coalesce(n6.decidedOn > $p0, false))){1,20} (n7)
        WHERE CASE WHEN n7.endedOn <= $p0
          THEN 'STOPPED'
          WHEN n7.startedOn <= $p0
          THEN 'RUNNING'
          WHEN n7.startedOn > $p0
          THEN 'PLANNED'
          ELSE n7.statedStatus END = $p3
        RETURN 1
      } = 1
      AND n4.key STARTS WITH $p4)
    RETURN 1
  }]] AS row
UNION ALL
MATCH (n8:Module)
WHERE (NOT (EXISTS { MATCH (n8) ((n9)-[r2:CHILD_OF]->(n10:Module)){1,20} (n11) RETURN 1 })
  AND EXISTS { MATCH (n8) ((n12)<-[r3:CHILD_OF]-(n13:Module)){1,20} (n14) RETURN 1 }
  AND n8.key IS NOT NULL)
WITH n8
ORDER BY n8.key ASC
WITH collect(n8) AS v1
UNWIND range(0, size(v1) - 1, 200) AS v2
RETURN 2 AS field, [COLLECT { UNWIND v1[v2..v2 + 200] AS n8 RETURN [n8.number] }] AS row
UNION ALL
RETURN 3 AS field,
  [COLLECT {
    MATCH (n15:Delivery)
    WHERE (NOT (coalesce(n15.decidedOn > $p0, false))
      AND EXISTS {
        OPTIONAL MATCH (n15) ((n16)-[r4:CONTINUES]->(n17:Delivery)
          WHERE NOT (coalesce(n17.decidedOn > $p0, false))){1,20} (n18)
        WITH count(n18) AS v3
        WHERE v3 >= $p5
        RETURN 1
      }
      AND n15.key IS NOT NULL)
    WITH n15
    ORDER BY n15.key ASC
    LIMIT $p6
    RETURN [n15.key]
  }] AS row
