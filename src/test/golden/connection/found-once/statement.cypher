CYPHER 5
MATCH (n0:Product)
WHERE n0.code STARTS WITH toUpper($p2)
WITH collect(n0) AS v0
RETURN 0 AS field,
  [COLLECT { UNWIND v0 AS n0 WITH n0 ORDER BY n0.key ASC LIMIT $p3 RETURN [n0.code] },
    head(COLLECT {
      UNWIND CASE WHEN size(v0) > 0 THEN v0 ELSE [null] END AS n0
      WITH count(DISTINCT n0.name) AS v1
      RETURN [v1]
    }),
    COLLECT {
      UNWIND v0 AS n0
      OPTIONAL MATCH (n0)-[r0:IN_REGION]->(n1:Region)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      WITH n1 IS NOT NULL AS v2, n1.code AS v3, count(DISTINCT n0) AS v4
      WITH v2, v3, v4
      ORDER BY v2 DESC, v3 ASC
      LIMIT $p4
      RETURN [v2, v3, v4]
    }] AS row
