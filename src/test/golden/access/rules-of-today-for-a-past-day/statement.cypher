CYPHER 5
MATCH (n2:Municipality)
WHERE n2.code = $p2
MATCH (n2)<-[r1:LIVES_IN]-(n1:Youth)
WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
  AND (r1.validTo IS NULL OR r1.validTo > $p0)
  AND NOT (coalesce(n1.birthDate > $p0, false)))
MATCH (n1)<-[r0:FOR]-(n0:Trajectory)
WHERE (NOT (coalesce(n0.signalledOn > $p1, false))
  AND NOT (coalesce(n0.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n0)-[r2:FOR]->(n3:Youth)
    WHERE (NOT (coalesce(n3.birthDate > $p1, false))
      AND NOT (coalesce(n3.birthDate > $p0, false))
      AND EXISTS {
        MATCH (n3)-[r3:LIVES_IN]->(n4:Municipality)
        WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p0)
          AND (r3.validTo IS NULL OR r3.validTo > $p0)
          AND n4.code = $p3)
        RETURN 1
      }
      AND n3.key IN $p4)
    RETURN 1
  })
WITH DISTINCT n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n0
    RETURN [n0.key, COLLECT { MATCH (n0)-[r4:FOR]->(n5:Youth) RETURN [n5.key] }]
  }] AS row
UNION ALL
MATCH (n7:Municipality)
WHERE n7.code = $p6
MATCH (n7)<-[r5:LIVES_IN]-(n6:Youth)
WHERE ((r5.validFrom IS NULL OR r5.validFrom <= $p0)
  AND (r5.validTo IS NULL OR r5.validTo > $p0)
  AND NOT (coalesce(n6.birthDate > $p5, false))
  AND NOT (coalesce(n6.birthDate > $p0, false))
  AND n6.key IN $p7)
WITH DISTINCT n6
ORDER BY n6.key ASC
WITH collect(n6) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 1 AS field,
  [COLLECT {
    UNWIND v2[v3..v3 + 200] AS n6
    RETURN [n6.key,
      head(COLLECT {
      MATCH (n6)-[r6:LIVES_IN]->(n8:Municipality)
      WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p5)
        AND (r6.validTo IS NULL OR r6.validTo > $p5))
      WITH r6, n8
      ORDER BY n8.code ASC
      LIMIT 1
      RETURN [n8.code]
    })]
  }] AS row
