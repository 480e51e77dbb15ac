CYPHER 5 MATCH (n2:Region)
WHERE n2.code = $p1
MATCH (n2)<-[r1:IN_REGION]-(n0:Product)
WHERE ((r1.validFrom IS NULL
    OR r1.validFrom <= $p0)
  AND (r1.validTo IS NULL
    OR r1.validTo > $p0)
  AND NOT (EXISTS {
    MATCH (n0)-[r0:MAPS_TO]->(n1:Segment)
    WHERE ((r0.validFrom IS NULL
        OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL
        OR r0.validTo > $p0))
    RETURN 1
  }))
WITH DISTINCT n0 ORDER BY n0.code ASC, n0.key ASC
RETURN 0 AS field, [n0.code, n0.name] AS row
