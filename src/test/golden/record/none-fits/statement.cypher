CYPHER 5
RETURN 1 AS field,
  [COLLECT { MATCH (n2:Youth) WHERE n2.birthDate > $p1 WITH DISTINCT n2 LIMIT $p2 RETURN [n2.key] },
    COLLECT {
      MATCH (n0:Municipality)
      RETURN [COLLECT {
        MATCH (n0)<-[r0:LIVES_IN]-(n1:Youth)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
          AND (r0.validTo IS NULL OR r0.validTo > $p0)
          AND NOT (coalesce(n1.birthDate > $p0, false))
          AND n1.birthDate > $p1)
        WITH DISTINCT n1
        LIMIT $p2
        RETURN [n1.key]
      }]
    }] AS row
UNION ALL
MATCH (n0:Municipality)
WHERE (NOT (EXISTS {
    MATCH (n0)<-[r0:LIVES_IN]-(n1:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0)
      AND NOT (coalesce(n1.birthDate > $p0, false))
      AND n1.birthDate > $p1)
    RETURN 1
  })
  AND n0.code IS NOT NULL)
WITH n0
ORDER BY n0.code ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.name] }] AS row
