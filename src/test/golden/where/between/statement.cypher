CYPHER 5
MATCH (n0:Product)
WHERE (size(CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END) >= $p2
  AND size(CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END) <= $p3)
WITH n0
ORDER BY n0.code ASC, n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.code] }] AS row
UNION ALL
MATCH (n1:Segment)
WHERE (EXISTS {
    OPTIONAL MATCH (n1)<-[r0:MAPS_TO]-(n2:Product)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p4)
      AND (r0.validTo IS NULL OR r0.validTo > $p4))
    WITH count(DISTINCT n2) AS v2
    WHERE v2 <= $p5
    RETURN 1
  }
  AND n1.key IS NOT NULL)
WITH n1
ORDER BY n1.key ASC
WITH collect(n1) AS v3
UNWIND range(0, size(v3) - 1, 200) AS v4
RETURN 1 AS field, [COLLECT { UNWIND v3[v4..v4 + 200] AS n1 RETURN [n1.key] }] AS row
