CYPHER 5
MATCH (n0:Segment)
WHERE (EXISTS {
    OPTIONAL MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1)
      AND n1.category = $p2)
    WITH count(DISTINCT n1) AS v0
    WHERE v0 > $p3
    RETURN 1
  }
  AND n0.key IS NOT NULL)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v1
UNWIND range(0, size(v1) - 1, 200) AS v2
RETURN 0 AS field, [COLLECT { UNWIND v1[v2..v2 + 200] AS n0 RETURN [n0.key] }] AS row
UNION ALL
MATCH (n2:Segment)
WHERE (NOT (EXISTS {
    MATCH (n2)<-[r1:MAPS_TO]-(n3:Product)
    WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p4)
      AND (r1.validTo IS NULL OR r1.validTo > $p4)
      AND n3.category = $p5
      AND NOT (coalesce(r1.status = $p6, false)))
    RETURN 1
  })
  AND EXISTS {
    MATCH (n2)<-[r2:MAPS_TO]-(n4:Product)
    WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p4)
      AND (r2.validTo IS NULL OR r2.validTo > $p4)
      AND n4.category = $p7)
    RETURN 1
  }
  AND n2.key IS NOT NULL)
WITH n2
ORDER BY n2.key ASC
WITH collect(n2) AS v3
UNWIND range(0, size(v3) - 1, 200) AS v4
RETURN 1 AS field, [COLLECT { UNWIND v3[v4..v4 + 200] AS n2 RETURN [n2.key] }] AS row
