CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    UNWIND $p1 AS v0
    RETURN [head(COLLECT {
        MATCH (n0:Youth)
        WHERE (NOT (coalesce(n0.birthDate > v0.day, false))
          AND NOT (coalesce(n0.birthDate > $p0, false))
          AND EXISTS {
            MATCH (n0)-[r0:LIVES_IN]->(n1:Municipality)
            WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
              AND (r0.validTo IS NULL OR r0.validTo > $p0)
              AND n1.code = $p2)
            RETURN 1
          }
          AND n0.key = v0.key
          AND v0.type = $p3)
        RETURN [labels(n0), n0.key, v0.asOf,
          head(COLLECT {
          MATCH (n0)-[r1:LIVES_IN]->(n2:Municipality)
          WHERE ((r1.validFrom IS NULL OR r1.validFrom <= v0.day)
            AND (r1.validTo IS NULL OR r1.validTo > v0.day))
          WITH r1, n2
          ORDER BY n2.code ASC
          LIMIT 1
          RETURN [n2.code]
        }), 0] AS row
      }),
      COLLECT { MATCH (n3:Youth) WHERE (n3.key = v0.key AND v0.type = $p3) RETURN [n3.key] }]
  }] AS row
