CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [head(COLLECT {
      OPTIONAL MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      WITH count(DISTINCT n1) AS v0, count(r0) AS v1
      RETURN [v0, v1]
    })]
  })] AS row
