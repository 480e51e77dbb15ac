CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Provider)
    WHERE n0.agb = $p2
    MATCH (n1:Municipality)
    WHERE n1.code = $p3
    WITH n0, n1
    WHERE n0 <> n1
    MATCH v0 = SHORTEST 100 (n0) (()-[r0:IN_REGION|PARTY_TO]-(n2)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))){1,6} (n1)
    WHERE length(v0) <= $p4
    WITH v0
    WITH v0
    ORDER BY length(v0) ASC
    LIMIT $p5
    RETURN [length(v0)]
  }] AS row
