CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n1:Region)
    WHERE n1.code = $p2
    MATCH (n1)<-[r0:IN_REGION]-(n0:Product)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1))
    WITH DISTINCT n0
    WITH count(n0) AS v0,
      count(n0) AS v1,
      count(DISTINCT n0.category) AS v2,
      collect(DISTINCT n0) AS nodes
    WITH v0,
      v1,
      v2,
      COUNT {
        UNWIND nodes AS n0
        MATCH (n0)-[r1:MAPS_TO]->(n2:Segment)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
          AND (r1.validTo IS NULL OR r1.validTo > $p1))
        RETURN DISTINCT n2
      } AS v3
    RETURN [v0, v1, v2, v3]
  })] AS row
