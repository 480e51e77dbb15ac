CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p2
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0)
      AND NOT (coalesce(n0.birthDate > $p1, false))
      AND NOT (coalesce(n0.birthDate > $p0, false)))
    WITH DISTINCT n0
    ORDER BY n0.key ASC
    LIMIT $p3
    RETURN [n0.key,
      head(COLLECT {
      MATCH (n0)-[r1:LIVES_IN]->(n2:Municipality)
      WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p4)
        AND (r1.validTo IS NULL OR r1.validTo > $p4)
        AND NOT (coalesce(n0.birthDate > $p4, false)))
      WITH r1, n2
      ORDER BY n2.code ASC
      LIMIT 1
      RETURN [n2.name]
    })]
  }] AS row
