CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Region)
    WITH n0.code AS v0, n0.name AS v1, count(n0) AS v2
    WITH v0, v1, v2
    ORDER BY v0 ASC, v1 ASC
    LIMIT $p1
    RETURN [v0, v1, v2]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n1:Provider)
    OPTIONAL MATCH (n1)-[r0:IN_REGION]->(n2:Region)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p3)
      AND (r0.validTo IS NULL OR r0.validTo > $p3))
    OPTIONAL MATCH (n1)-[r1:IN_REGION]->(n3:Region)
    WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p4)
      AND (r1.validTo IS NULL OR r1.validTo > $p4))
    WITH n2 IS NOT NULL AS v3,
      n2.code AS v4,
      n3 IS NOT NULL AS v5,
      n3.code AS v6,
      count(DISTINCT n1) AS v7
    WITH v3, v4, v5, v6, v7
    ORDER BY v3 DESC, v4 ASC, v5 DESC, v6 ASC
    LIMIT $p5
    RETURN [v3, $p3, v4, v5, $p4, v6, v7]
  }] AS row
