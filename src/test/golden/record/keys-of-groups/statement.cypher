CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p1
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0)
      AND NOT (coalesce(n0.birthDate > $p0, false)))
    WITH DISTINCT n0
    WITH n0.key AS v0, n0.birthDate AS v1, count(n0) AS v2, collect(DISTINCT n0) AS v3
    WITH v0, v1, v2, v3
    ORDER BY v0 ASC, v1 ASC
    LIMIT $p2
    RETURN [v0,
      v1,
      v2,
      COLLECT { UNWIND v3 AS n0 WITH DISTINCT n0 LIMIT $p3 RETURN [n0.key] },
      size(v3)]
  }] AS row
