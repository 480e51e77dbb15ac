CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Region)
    WITH n0.code AS v0, n0.name AS v1, count(n0) AS v2
    WITH v0, v1, v2
    ORDER BY v0 ASC,
      CASE WHEN v1 IS :: STRING
        THEN reduce(folded = normalize(toLower(v1), NFKD),
          pair IN $p1 | replace(folded, pair[0], pair[1])) + '\u0000' + v1
        ELSE v1 END ASC
    LIMIT $p2
    RETURN [v0, v1, v2]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n1:Provider)
    OPTIONAL MATCH (n1)-[r0:IN_REGION]->(n2:Region)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p4)
      AND (r0.validTo IS NULL OR r0.validTo > $p4))
    OPTIONAL MATCH (n1)-[r1:IN_REGION]->(n3:Region)
    WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p5)
      AND (r1.validTo IS NULL OR r1.validTo > $p5))
    WITH n2 IS NOT NULL AS v3,
      n2.code AS v4,
      n3 IS NOT NULL AS v5,
      n3.code AS v6,
      count(DISTINCT n1) AS v7
    WITH v3, v4, v5, v6, v7
    ORDER BY v3 DESC, v4 ASC, v5 DESC, v6 ASC
    LIMIT $p6
    RETURN [v3, $p4, v4, v5, $p5, v6, v7]
  }] AS row
