CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
      WHERE (((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        AND (r0.confidence = $p3 OR n1.code = $p4))
      WITH r0, n1
      ORDER BY n1.key ASC, r0.validFrom ASC, r0.purpose ASC
      LIMIT $p5
      RETURN [r0.confidence, n1.code]
    }]
  })] AS row
