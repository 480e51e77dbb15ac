CYPHER 5
RETURN 1 AS field, [COLLECT { MATCH (n2:Youth) WHERE n2.key = $p2 RETURN [n2.key] }] AS row
UNION ALL
MATCH (n1:Youth)
WHERE (NOT (coalesce(n1.birthDate > $p0, false)) AND n1.key = $p1)
MATCH (n1)-[r0:LIVES_IN]->(n0:Municipality)
WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0) AND (r0.validTo IS NULL OR r0.validTo > $p0))
WITH DISTINCT n0
ORDER BY n0.code ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n0
    RETURN [n0.name,
      COLLECT {
        MATCH (n0)<-[r0:LIVES_IN]-(n1:Youth)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
          AND (r0.validTo IS NULL OR r0.validTo > $p0)
          AND NOT (coalesce(n1.birthDate > $p0, false))
          AND n1.key = $p1)
        WITH DISTINCT n1
        LIMIT $p3
        RETURN [n1.key]
      }]
  }] AS row
