CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Trajectory)
    WHERE NOT (coalesce(n0.signalledOn > $p0, false))
    OPTIONAL MATCH (n0)-[r0:FOR]->(n1:Youth)
    WHERE NOT (coalesce(n1.birthDate > $p0, false))
    OPTIONAL MATCH (n1)-[r1:LIVES_IN]->(n2:Municipality)
    WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
      AND (r1.validTo IS NULL OR r1.validTo > $p0))
    WITH n1 IS NOT NULL AS v0,
      n2 IS NOT NULL AS v1,
      n2.code AS v2,
      count(DISTINCT n0) AS v3,
      collect(DISTINCT n0) AS v4
    WITH v0, v1, v2, v3, v4
    ORDER BY v0 DESC, v1 DESC, v2 ASC
    LIMIT $p1
    RETURN [v0,
      v1,
      v2,
      v3,
      COLLECT {
        UNWIND v4 AS n0
        MATCH (n0)-[r2:FOR]->(n3:Youth)
        WITH DISTINCT n3
        LIMIT $p2
        RETURN [n3.key]
      },
      size(v4)]
  }] AS row
