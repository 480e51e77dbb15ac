CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Region)
    WHERE n0.code = $p1
    WITH n0
    LIMIT 1
    RETURN [[COUNT {
      MATCH (n0)<-[r0:IN_REGION]-(n1:Municipality)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
        AND (r0.validTo IS NULL OR r0.validTo > $p0))
      RETURN 1
    }]]
  })] AS row
