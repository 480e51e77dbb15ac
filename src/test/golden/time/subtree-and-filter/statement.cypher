CYPHER 5
MATCH (n1:Region)
WHERE n1.code = $p2
MATCH (n1)<-[r0:IN_REGION]-(n0:Product)
WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
  AND (r0.validTo IS NULL OR r0.validTo > $p1)
  AND EXISTS {
    MATCH (n0)-[r1:MAPS_TO]->(n2:Segment)
    WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
      AND (r1.validTo IS NULL OR r1.validTo > $p1))
    RETURN 1
  })
WITH DISTINCT n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.code] }] AS row
UNION ALL
MATCH (n4:Region)
WHERE n4.code = $p4
MATCH (n4)<-[r2:IN_REGION]-(n3:Product)
WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p3)
  AND (r2.validTo IS NULL OR r2.validTo > $p3)
  AND EXISTS {
    MATCH (n3)-[r3:MAPS_TO]->(n5:Segment)
    WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p3)
      AND (r3.validTo IS NULL OR r3.validTo > $p3)
      AND n5.code = $p5)
    RETURN 1
  })
WITH DISTINCT n3
ORDER BY n3.key ASC
WITH collect(n3) AS v2
UNWIND range(0, size(v2) - 1, 20) AS v3
RETURN 1 AS field,
  [COLLECT {
    UNWIND v2[v3..v3 + 20] AS n3
    RETURN [n3.code,
      COLLECT {
        MATCH (n3)-[r4:MAPS_TO]->(n6:Segment)
        WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p3)
          AND (r4.validTo IS NULL OR r4.validTo > $p3))
        WITH DISTINCT n6
        ORDER BY n6.key ASC
        RETURN [n6.code]
      }]
  }] AS row
