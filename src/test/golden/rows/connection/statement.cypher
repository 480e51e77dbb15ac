CYPHER 5 MATCH (n0:Product)
WHERE n0.key = $p1
RETURN 0 AS field, [COLLECT {
  MATCH (n0)-[r0:MAPS_TO]->(n1:Segment) WHERE ((r0.validFrom IS NULL
      OR r0.validFrom <= $p0)
    AND (r0.validTo IS NULL
      OR r0.validTo > $p0))
  WITH r0, n1 ORDER BY n1.key ASC, r0.validFrom ASC, r0.purpose ASC, r0.statedName ASC
  RETURN [r0.purpose, r0.contractGroup, r0.validFrom, r0.validTo, n1.code]
}, COUNT {
  MATCH (n0)-[r1:MAPS_TO]->(n2:Segment) WHERE ((r1.validFrom IS NULL
      OR r1.validFrom <= $p0)
    AND (r1.validTo IS NULL
      OR r1.validTo > $p0))
  RETURN 1
}, COUNT {
  MATCH (n0)-[r2:MAPS_TO]->(n3:Segment) WHERE ((r2.validFrom IS NULL
      OR r2.validFrom <= $p0)
    AND (r2.validTo IS NULL
      OR r2.validTo > $p0))
  WITH DISTINCT n3
  RETURN 1
}, COUNT {
  MATCH (n0)-[r3:MAPS_TO]->(n4:Segment) WHERE ((r3.validFrom IS NULL
      OR r3.validFrom <= $p0)
    AND (r3.validTo IS NULL
      OR r3.validTo > $p0))
  RETURN 1
}] AS row
