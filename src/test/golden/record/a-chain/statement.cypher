CYPHER 5
RETURN 0 AS field,
  [head(COLLECT { MATCH (n0:Segment) WHERE n0.key = $p1 WITH n0 LIMIT 1 RETURN [n0.key] })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Delivery)
    WHERE (NOT (coalesce(n1.decidedOn > $p0, false)) AND n1.key = $p2)
    WITH n1
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n1) ((n2)-[r0:CONTINUES]->(n3:Delivery)
          WHERE NOT (coalesce(n3.decidedOn > $p0, false))){1,20} (n4)
        WITH DISTINCT n4
        ORDER BY n4.key ASC
        LIMIT $p3
        RETURN [n4.key]
      },
      head(COLLECT {
        OPTIONAL MATCH (n1) ((n5)-[r1:CONTINUES]->(n6:Delivery)
          WHERE NOT (coalesce(n6.decidedOn > $p0, false))){1,20} (n7)
        WITH count(n7) AS v0, collect(DISTINCT n7) AS v2
        RETURN [v0,
          COLLECT {
            UNWIND v2 AS n7
            MATCH (n7)-[r7:PART_OF]->(n16:Trajectory)
            MATCH (n16)-[r8:FOR]->(n17:Youth)
            WITH DISTINCT n17
            LIMIT $p6
            RETURN [n17.key]
          },
          size(v2),
          COLLECT {
            MATCH (n1) ((n5)-[r1:CONTINUES]->(n6:Delivery)
              WHERE NOT (coalesce(n6.decidedOn > $p0, false))){1,20} (n7)
            MATCH (n7)-[r9:PART_OF]->(n18:Trajectory)
            MATCH (n18)-[r10:FOR]->(n19:Youth)
            WITH DISTINCT n19
            LIMIT $p6
            RETURN [n19.key]
          }]
      }),
      COLLECT {
        MATCH (n1)-[r3:PART_OF]->(n12:Trajectory)
        MATCH (n12)-[r4:FOR]->(n13:Youth)
        RETURN [n13.key]
      },
      COLLECT {
        MATCH (n1) ((n2)-[r0:CONTINUES]->(n3:Delivery)
          WHERE NOT (coalesce(n3.decidedOn > $p0, false))){1,20} (n4)
        MATCH (n4)-[r5:PART_OF]->(n14:Trajectory)
        MATCH (n14)-[r6:FOR]->(n15:Youth)
        WITH DISTINCT n15
        RETURN [n15.key]
      }]
  })] AS row
UNION ALL
RETURN 2 AS field,
  [head(COLLECT {
      MATCH (n8:Delivery)
      WHERE (NOT (coalesce(n8.decidedOn > $p0, false))
        AND NOT (EXISTS {
          MATCH (n8) ((n9)-[r2:CONTINUES]->(n10:Delivery)
            WHERE NOT (coalesce(n10.decidedOn > $p0, false))){1,20} (n11)
          WHERE n11.key STARTS WITH $p4
          RETURN 1
        })
        AND n8.key IN $p5)
      WITH count(n8) AS v1, collect(DISTINCT n8) AS v3
      RETURN [v1,
        COLLECT {
          UNWIND v3 AS n8
          MATCH (n8)-[r11:PART_OF]->(n20:Trajectory)
          MATCH (n20)-[r12:FOR]->(n21:Youth)
          WITH DISTINCT n21
          LIMIT $p6
          RETURN [n21.key]
        },
        size(v3)]
    }),
    COLLECT {
      MATCH (n8:Delivery)
      WHERE (NOT (coalesce(n8.decidedOn > $p0, false)) AND n8.key IN $p5)
      MATCH (n8) ((n9)-[r2:CONTINUES]->(n10:Delivery)
        WHERE NOT (coalesce(n10.decidedOn > $p0, false))){1,20} (n11)
      MATCH (n11)-[r13:PART_OF]->(n22:Trajectory)
      MATCH (n22)-[r14:FOR]->(n23:Youth)
      WITH DISTINCT n23
      LIMIT $p6
      RETURN [n23.key]
    }] AS row
