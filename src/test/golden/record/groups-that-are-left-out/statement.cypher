CYPHER 5
RETURN 0 AS field,
  [COLLECT {
      MATCH (n0:Youth)
      WHERE NOT (coalesce(n0.birthDate > $p0, false))
      OPTIONAL MATCH (n0)-[r0:LIVES_IN]->(n1:Municipality)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
        AND (r0.validTo IS NULL OR r0.validTo > $p0))
      WITH n1 IS NOT NULL AS v0, n1.code AS v1, count(DISTINCT n0) AS v2, collect(DISTINCT n0) AS v3
      WHERE v2 > $p1
      WITH v0, v1, v2, v3
      ORDER BY v0 DESC, v1 ASC
      LIMIT $p2
      RETURN [v0,
        v1,
        v2,
        COLLECT { UNWIND v3 AS n0 WITH DISTINCT n0 LIMIT $p3 RETURN [n0.key] },
        size(v3)]
    },
    COLLECT {
      MATCH (n0:Youth)
      WHERE NOT (coalesce(n0.birthDate > $p0, false))
      OPTIONAL MATCH (n0)-[r0:LIVES_IN]->(n1:Municipality)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
        AND (r0.validTo IS NULL OR r0.validTo > $p0))
      WITH n1 IS NOT NULL AS v0, n1.code AS v1, collect(DISTINCT n0) AS v3
      RETURN [COLLECT { UNWIND v3 AS n0 WITH DISTINCT n0 LIMIT $p3 RETURN [n0.key] }, size(v3)]
    }] AS row
