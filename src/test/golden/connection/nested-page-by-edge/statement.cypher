CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Product)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)-[r0:MAPS_TO]->(n1:Segment)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1)
        AND n1.scheme = $p3
        AND r0.confidence = $p4)
      WITH r0, n1
      ORDER BY r0.purpose ASC, n1.code DESC, n1.key ASC, r0.validFrom ASC
      LIMIT ($p5 + 1)
      RETURN [r0.purpose, n1.code]
    }]
  })] AS row
