CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p2
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1)
      AND NOT (coalesce(n0.birthDate > $p1, false)))
    WITH DISTINCT n0
    OPTIONAL MATCH (n0)-[r1:LIVES_IN]->(n2:Municipality)
    WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p3)
      AND (r1.validTo IS NULL OR r1.validTo > $p3)
      AND NOT (coalesce(n0.birthDate > $p3, false)))
    WITH n2 IS NOT NULL AS v0, n2.code AS v1, count(DISTINCT n0) AS v2
    WITH v0, v1, v2
    ORDER BY v0 DESC, v1 ASC
    LIMIT $p4
    RETURN [v0, v1, v2]
  }] AS row
