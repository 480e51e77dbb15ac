CYPHER 5
RETURN 0 AS field,
  [head(COLLECT { MATCH (n0:Product) WHERE n0.key = $p2 WITH n0 LIMIT 1 RETURN [n0.names] })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p4
    WITH n1
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n1)-[r0:PARTICIPATES_IN]->(n2:Segment)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p3)
        AND (r0.validTo IS NULL OR r0.validTo > $p3))
      WITH r0, n2
      ORDER BY n2.key ASC, r0.validFrom ASC
      LIMIT $p5
      RETURN [r0.covers]
    }]
  })] AS row
