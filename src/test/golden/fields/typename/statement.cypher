CYPHER 5
MATCH (n0:Product)
WHERE n0.key = $p1
RETURN 0 AS field,
  [head(COLLECT {
      MATCH (n0)-[r0:IN_REGION]->(n1:Region)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
        AND (r0.validTo IS NULL OR r0.validTo > $p0))
      WITH r0, n1
      ORDER BY n1.code ASC
      LIMIT 1
      RETURN []
    }),
    COLLECT {
      MATCH (n0)-[r1:MAPS_TO]->(n2:Segment)
      WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
        AND (r1.validTo IS NULL OR r1.validTo > $p0))
      WITH r1, n2
      ORDER BY n2.key ASC, r1.validFrom ASC, r1.purpose ASC, r1.statedName ASC
      LIMIT $p2
      RETURN []
    }] AS row
