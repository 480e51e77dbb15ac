CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    UNWIND $p1 AS v0
    WITH v0
    LIMIT 1
    RETURN [head(COLLECT {
      MATCH (n0:Region)
      WHERE (n0.code = v0.key AND v0.type = $p3)
      RETURN [labels(n0),
        n0.code,
        v0.asOf,
        [COUNT {
          MATCH (n0)<-[r0:IN_REGION]-(n1:Municipality)
          WHERE ((r0.validFrom IS NULL OR r0.validFrom <= v0.day)
            AND (r0.validTo IS NULL OR r0.validTo > v0.day))
          RETURN 1
        }],
        COLLECT {
          MATCH (n0)<-[r1:IN_REGION]-(n2:Municipality)
          WHERE ((r1.validFrom IS NULL OR r1.validFrom <= v0.day)
            AND (r1.validTo IS NULL OR r1.validTo > v0.day))
          WITH r1, n2
          ORDER BY n2.code ASC, r1.validFrom ASC
          LIMIT $p2
          RETURN [n2.code, v0.asOf]
        },
        0] AS row
    })]
  })] AS row
