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
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        WITH r0, n1
        ORDER BY n1.key ASC, r0.validFrom ASC, r0.purpose ASC
        LIMIT $p3
        RETURN [r0.purpose, r0.contractGroup, r0.validFrom, r0.validTo, n1.code]
      },
      head(COLLECT {
        OPTIONAL MATCH (n0)-[r1:MAPS_TO]->(n2:Segment)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
          AND (r1.validTo IS NULL OR r1.validTo > $p1))
        WITH count(r1) AS v0, count(DISTINCT n2) AS v1
        RETURN [v0, v1]
      })]
  })] AS row
