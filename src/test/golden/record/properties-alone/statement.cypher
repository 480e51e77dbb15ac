CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Provider)
    WHERE n0.agb = $p1
    WITH n0
    LIMIT 1
    RETURN [head(COLLECT {
        OPTIONAL MATCH (n0)-[r0:DELIVERS]->(n1:Delivery)
        WHERE ((((r0.validFrom IS NULL OR r0.validFrom <= $p0)
              AND (r0.validTo IS NULL OR r0.validTo > $p0))
            OR (n1.endedOn <= $p0
              AND NOT (coalesce(r0.validFrom > $p0, false))
              AND NOT (EXISTS {
                MATCH (n1)<-[r1:DELIVERS]-(n2:Organisation)
                WHERE (NOT (coalesce(r1.validFrom > $p0, false))
                  AND (r1.validTo > r0.validTo OR (r1.validTo IS NULL AND r0.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n1.decidedOn > $p0, false)))
        WITH count(r0) AS v0, collect(DISTINCT n1) AS v1
        RETURN [v0,
          COLLECT {
            UNWIND v1 AS n1
            MATCH (n1)-[r4:PART_OF]->(n5:Trajectory)
            MATCH (n5)-[r5:FOR]->(n6:Youth)
            WITH DISTINCT n6
            LIMIT $p3
            RETURN [n6.key]
          },
          size(v1)]
      }),
      COLLECT {
        MATCH (n0)-[r2:DELIVERS]->(n3:Delivery)
        WHERE ((((r2.validFrom IS NULL OR r2.validFrom <= $p0)
              AND (r2.validTo IS NULL OR r2.validTo > $p0))
            OR (n3.endedOn <= $p0
              AND NOT (coalesce(r2.validFrom > $p0, false))
              AND NOT (EXISTS {
                MATCH (n3)<-[r3:DELIVERS]-(n4:Organisation)
                WHERE (NOT (coalesce(r3.validFrom > $p0, false))
                  AND (r3.validTo > r2.validTo OR (r3.validTo IS NULL AND r2.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n3.decidedOn > $p0, false)))
        WITH r2, n3
        ORDER BY n3.key ASC, r2.validFrom ASC
        LIMIT $p2
        RETURN [r2.validFrom,
          COLLECT {
            MATCH (n3)-[r6:PART_OF]->(n7:Trajectory)
            MATCH (n7)-[r7:FOR]->(n8:Youth)
            RETURN [n8.key]
          }]
      }]
  })] AS row
