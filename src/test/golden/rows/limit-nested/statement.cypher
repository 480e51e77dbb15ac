CYPHER 5
MATCH (n0:Region)
WHERE n0.code = $p1
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0)<-[r0:IN_REGION]-(n1:Product)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0))
    WITH DISTINCT n1
    ORDER BY n1.code DESC, n1.key ASC
    SKIP $p2
    LIMIT $p3
    RETURN [n1.code]
  }] AS row
