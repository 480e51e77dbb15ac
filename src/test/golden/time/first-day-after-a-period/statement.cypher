CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Region)
    WHERE n0.code = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)<-[r0:IN_REGION]-(n1:Segment)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      WITH DISTINCT n1
      ORDER BY n1.key ASC
      RETURN [n1.code]
    }]
  })] AS row
