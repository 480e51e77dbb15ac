CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p0, false)) AND n0.key = $p1)
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0) ((n1)-[r0:CONTINUES]->(n2:Delivery)
        WHERE (NOT (coalesce(n1.decidedOn > $p2, false))
          AND NOT (coalesce(n2.decidedOn > $p2, false)))){1,20} (n3)
      WITH DISTINCT n3
      ORDER BY n3.key ASC
      RETURN [n3.key,
        CASE WHEN n3.endedOn <= $p2
        THEN 'STOPPED'
        WHEN n3.startedOn <= $p2
        THEN 'RUNNING'
        WHEN n3.startedOn > $p2
        THEN 'PLANNED'
        ELSE n3.statedStatus END]
    }]
  })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n4:Delivery)
    WHERE (NOT (coalesce(n4.decidedOn > $p3, false)) AND n4.key = $p4)
    WITH n4
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n4) ((n5)<-[r1:CONTINUES]-(n6:Delivery) WHERE NOT (coalesce(n6.decidedOn > $p3, false))){1,20} (n7)
      WITH DISTINCT n7
      ORDER BY n7.key ASC
      RETURN [n7.key]
    }]
  })] AS row
UNION ALL
RETURN 2 AS field,
  [head(COLLECT {
    MATCH (n8:Delivery)
    WHERE (NOT (coalesce(n8.decidedOn > $p0, false)) AND n8.key = $p5)
    WITH n8
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n8) ((n9)<-[r2:CONTINUES]-(n10:Delivery)
          WHERE NOT (coalesce(n10.decidedOn > $p0, false))){1,20} (n11)
        WITH DISTINCT n11
        ORDER BY n11.key ASC
        RETURN [n11.key]
      },
      COLLECT {
        MATCH (n8) ((n12)<-[r3:CONTINUES]-(n13:Delivery)
          WHERE (NOT (coalesce(n12.decidedOn > $p6, false))
            AND NOT (coalesce(n13.decidedOn > $p6, false)))){1,20} (n14)
        WITH DISTINCT n14
        ORDER BY n14.key ASC
        RETURN [n14.key]
      }]
  })] AS row
