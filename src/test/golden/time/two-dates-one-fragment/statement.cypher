CYPHER 5
MATCH (n0:Segment)
WHERE n0.key = $p1
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0))
    WITH r0, n1
    ORDER BY n1.key ASC, r0.validFrom ASC, r0.purpose ASC, r0.statedName ASC
    LIMIT $p2
    RETURN [n1.code,
      COLLECT {
        MATCH (n1)-[r1:MAPS_TO]->(n2:Segment)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
          AND (r1.validTo IS NULL OR r1.validTo > $p0))
        WITH DISTINCT n2
        ORDER BY n2.key ASC
        RETURN [n2.code]
      },
      COLLECT {
        MATCH (n1)-[r2:MAPS_TO]->(n3:Segment)
        WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p3)
          AND (r2.validTo IS NULL OR r2.validTo > $p3))
        WITH DISTINCT n3
        ORDER BY n3.key ASC
        RETURN [n3.code]
      }]
  }] AS row
