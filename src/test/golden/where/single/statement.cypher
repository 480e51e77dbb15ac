CYPHER 5
MATCH (n0:Product)
WHERE (COUNT {
    MATCH (n0)-[r0:MAPS_TO]->(n1:Segment)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1)
      AND n1.scheme = $p2)
    RETURN 1
  } = 1
  AND n0.category = $p3)
WITH n0
ORDER BY n0.code ASC, n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.code, n0.name] }] AS row
