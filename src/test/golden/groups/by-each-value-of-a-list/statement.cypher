CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Provider)
    UNWIND CASE WHEN size(CASE WHEN n0.expertise IS :: LIST<ANY> THEN n0.expertise END) > 0
      THEN CASE WHEN n0.expertise IS :: LIST<ANY> THEN n0.expertise END
      ELSE [null] END AS v0
    WITH v0 AS v1, count(DISTINCT n0) AS v2, count(DISTINCT n0) AS v3, collect(DISTINCT n0) AS nodes
    WITH v1,
      v2,
      v3,
      COUNT {
        UNWIND nodes AS n0
        MATCH (n0)-[r0:CONTRACTED_FOR]->(n1:Product)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        RETURN DISTINCT n1
      } AS v4
    WITH v1, v2, v3, v4
    ORDER BY v2 DESC, v1 ASC
    LIMIT $p2
    RETURN [v1, v2, v3, v4]
  }] AS row
