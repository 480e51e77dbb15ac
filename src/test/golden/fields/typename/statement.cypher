CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Product)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [head(COLLECT {
        MATCH (n0)-[r0:IN_REGION]->(n1:Region)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        WITH r0, n1
        ORDER BY n1.code ASC
        LIMIT 1
        RETURN []
      }),
      COLLECT {
        MATCH (n0)-[r1:MAPS_TO]->(n2:Segment)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
          AND (r1.validTo IS NULL OR r1.validTo > $p1))
        WITH r1, n2
        ORDER BY n2.key ASC, r1.validFrom ASC, r1.purpose ASC
        LIMIT $p3
        RETURN []
      },
      head(COLLECT {
        OPTIONAL MATCH (n0)-[r2:MAPS_TO]->(n3:Segment)
        WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p1)
          AND (r2.validTo IS NULL OR r2.validTo > $p1))
        WITH count(r2) AS v0
        RETURN []
      })]
  })] AS row
