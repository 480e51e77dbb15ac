CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n1:Municipality)
    WHERE n1.code = $p1
    MATCH (n1)<-[r0:LIVES_IN]-(n0:Youth)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0)
      AND NOT (coalesce(n0.birthDate > $p0, false)))
    WITH DISTINCT n0
    WITH min(CASE WHEN n0.birthDate IS :: DATE THEN n0.birthDate END) AS v0,
      max(CASE WHEN n0.birthDate IS :: DATE THEN n0.birthDate END) AS v1,
      collect(DISTINCT n0) AS v2
    RETURN [v0, v1, COLLECT { UNWIND v2 AS n0 WITH DISTINCT n0 RETURN [n0.key] }]
  })] AS row
