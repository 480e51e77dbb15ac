CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Region)
    WHERE n0.code = $p2
    WITH n0
    LIMIT 1
    RETURN [n0.code,
      $p1,
      [COUNT {
        MATCH (n0)<-[r0:IN_REGION]-(n1:Municipality)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        RETURN 1
      }],
      COLLECT {
        MATCH (n0)<-[r1:IN_REGION]-(n2:Municipality)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
          AND (r1.validTo IS NULL OR r1.validTo > $p1))
        WITH r1, n2
        ORDER BY n2.code ASC, r1.validFrom ASC
        LIMIT $p3
        RETURN [n2.code, $p1]
      }]
  })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n3:Region)
    WHERE n3.code = $p4
    WITH n3
    LIMIT 1
    RETURN [n3.code,
      [COUNT {
      MATCH (n3)<-[r2:IN_REGION]-(n4:Municipality)
      WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p0)
        AND (r2.validTo IS NULL OR r2.validTo > $p0))
      RETURN 1
    }]]
  })] AS row
