CYPHER 5
MATCH (n4:Municipality)
WHERE n4.code = $p2
MATCH (n4)<-[r3:LIVES_IN]-(n3:Youth)
WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p1)
  AND (r3.validTo IS NULL OR r3.validTo > $p1)
  AND NOT (coalesce(n3.birthDate > $p1, false)))
MATCH (n3)<-[r2:FOR]-(n2:Trajectory)
WHERE NOT (coalesce(n2.signalledOn > $p1, false))
MATCH (n2)<-[r1:PART_OF]-(n0:Delivery)
WHERE (NOT (coalesce(n0.decidedOn > $p1, false))
  AND NOT (EXISTS {
    MATCH (n0)-[r0:CONTINUES]->(n1:Delivery)
    WHERE NOT (coalesce(n1.decidedOn > $p1, false))
    RETURN 1
  }))
WITH DISTINCT n0
WITH collect(n0) AS v0
RETURN 0 AS field,
  [head(COLLECT {
      UNWIND CASE WHEN size(v0) > 0 THEN v0 ELSE [null] END AS n0
      WITH count(n0) AS v1, collect(DISTINCT n0) AS v4
      RETURN [v1,
        COLLECT {
          UNWIND v4 AS n0
          MATCH (n0)-[r6:PART_OF]->(n7:Trajectory)
          MATCH (n7)-[r7:FOR]->(n8:Youth)
          WITH DISTINCT n8
          LIMIT $p4
          RETURN [n8.key]
        },
        size(v4)]
    }),
    COLLECT {
      UNWIND v0 AS n0
      WITH CASE WHEN n0.endedOn <= $p1
          THEN 'STOPPED'
          WHEN n0.startedOn <= $p1
          THEN 'RUNNING'
          WHEN n0.startedOn > $p1
          THEN 'PLANNED'
          ELSE n0.statedStatus END AS v2,
        count(n0) AS v3,
        collect(DISTINCT n0) AS v5
      WITH v2, v3, v5
      ORDER BY v2 ASC
      LIMIT $p3
      RETURN [v2,
        v3,
        COLLECT {
          UNWIND v5 AS n0
          MATCH (n0)-[r8:PART_OF]->(n9:Trajectory)
          MATCH (n9)-[r9:FOR]->(n10:Youth)
          WITH DISTINCT n10
          LIMIT $p4
          RETURN [n10.key]
        },
        size(v5)]
    },
    COLLECT {
      MATCH (n4:Municipality)
      WHERE n4.code = $p2
      MATCH (n4)<-[r3:LIVES_IN]-(n3:Youth)
      WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p1)
        AND (r3.validTo IS NULL OR r3.validTo > $p1)
        AND NOT (coalesce(n3.birthDate > $p1, false)))
      MATCH (n3)<-[r2:FOR]-(n2:Trajectory)
      WHERE NOT (coalesce(n2.signalledOn > $p1, false))
      MATCH (n2)<-[r1:PART_OF]-(n0:Delivery)
      WHERE NOT (coalesce(n0.decidedOn > $p1, false))
      WITH DISTINCT n0
      RETURN [COLLECT {
        MATCH (n0)-[r0:CONTINUES]->(n1:Delivery)
        WHERE NOT (coalesce(n1.decidedOn > $p1, false))
        MATCH (n1)-[r4:PART_OF]->(n5:Trajectory)
        MATCH (n5)-[r5:FOR]->(n6:Youth)
        WITH DISTINCT n6
        LIMIT $p4
        RETURN [n6.key]
      }]
    }] AS row
