CYPHER 5
RETURN 2 AS field,
  [COLLECT { MATCH (n8:Youth) WHERE n8.key IN $p3 WITH DISTINCT n8 RETURN [n8.key] },
    COLLECT { MATCH (n9:Youth) WHERE n9.key IN $p5 WITH DISTINCT n9 RETURN [n9.key] }] AS row
UNION ALL
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
          AND n4.code = $p2)
        RETURN 1
      }
      AND n3.key IN $p3)
    RETURN 1
  })
WITH DISTINCT n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n0
    RETURN [n0.key, COLLECT { MATCH (n0)-[r6:FOR]->(n10:Youth) RETURN [n10.key] }]
  }] AS row
UNION ALL
MATCH (n6:Municipality)
WHERE n6.code = $p2
MATCH (n6)<-[r4:LIVES_IN]-(n5:Youth)
WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p0)
  AND (r4.validTo IS NULL OR r4.validTo > $p0)
  AND NOT (coalesce(n5.birthDate > $p4, false))
  AND NOT (coalesce(n5.birthDate > $p0, false))
  AND n5.key IN $p5)
WITH DISTINCT n5
ORDER BY n5.key ASC
WITH collect(n5) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 1 AS field,
  [COLLECT {
    UNWIND v2[v3..v3 + 200] AS n5
    RETURN [n5.key,
      head(COLLECT {
      MATCH (n5)-[r5:LIVES_IN]->(n7:Municipality)
      WHERE ((r5.validFrom IS NULL OR r5.validFrom <= $p4)
        AND (r5.validTo IS NULL OR r5.validTo > $p4))
      WITH r5, n7
      ORDER BY n7.code ASC
      LIMIT 1
      RETURN [n7.code]
    })]
  }] AS row
