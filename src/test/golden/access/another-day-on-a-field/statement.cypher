CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p2
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1))
    WITH DISTINCT n0
    ORDER BY n0.id ASC
    LIMIT $p3
    RETURN [n0.id,
      head(COLLECT {
      MATCH (n0)-[r1:LIVES_IN]->(n3:Municipality)
      WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p4)
        AND (r1.validTo IS NULL OR r1.validTo > $p4)
        AND EXISTS {
          MATCH (n0)-[r2:LIVES_IN]->(n2:Municipality)
          WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p5)
            AND (r2.validTo IS NULL OR r2.validTo > $p5)
            AND n2.code = $p6)
          RETURN 1
        })
      WITH r1, n3
      ORDER BY n3.code ASC
      LIMIT 1
      RETURN [n3.name]
    })]
  }] AS row
