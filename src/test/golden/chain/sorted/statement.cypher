CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Delivery)
    WHERE NOT (coalesce(n0.decidedOn > $p0, false))
    WITH n0
    ORDER BY COUNT {
        MATCH (n0) ((n1)-[r0:CONTINUES]->(n2:Delivery)
          WHERE NOT (coalesce(n2.decidedOn > $p0, false))){1,20} (n3)
        WITH DISTINCT n3
        RETURN 1
      } DESC,
      n0.key ASC
    LIMIT $p1
    RETURN [n0.key,
      COLLECT {
        MATCH (n0) ((n4)-[r1:CONTINUES]->(n5:Delivery)
          WHERE NOT (coalesce(n5.decidedOn > $p0, false))){1,20} (n6)
        WITH DISTINCT n6
        ORDER BY n6.key ASC
        RETURN [n6.key]
      }]
  }] AS row
