CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Region)
    WHERE n0.code = $p1
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
        MATCH (n0)<-[r0:IN_REGION]-(n1:Municipality)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p2)
          AND (r0.validTo IS NULL OR r0.validTo > $p2))
        WITH DISTINCT n1
        ORDER BY n1.code ASC
        RETURN [n1.code]
      },
      COLLECT {
        MATCH (n0)<-[r1:IN_REGION]-(n2:Municipality)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p3)
          AND (r1.validTo IS NULL OR r1.validTo > $p3))
        WITH DISTINCT n2
        ORDER BY n2.code ASC
        RETURN [n2.code]
      }]
  })] AS row
