CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Municipality)
    WHERE n0.code = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)-[r0:PARTICIPATES_IN]->(n1:Segment)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      WITH r0.extent AS v0,
        count(r0) AS v1,
        min(CASE WHEN r0.validFrom IS :: DATE THEN r0.validFrom END) AS v2
      WITH v0, v1, v2
      ORDER BY v0 ASC
      LIMIT $p3
      RETURN [v0, v1, v2]
    }]
  })] AS row
