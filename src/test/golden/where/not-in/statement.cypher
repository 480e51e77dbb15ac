CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n1:Region)
    WHERE n1.code = $p3
    MATCH (n1)<-[r0:IN_REGION]-(n0:Municipality)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1)
      AND n0.name IS NOT NULL
      AND NOT (n0.name IN $p2))
    WITH DISTINCT n0
    ORDER BY CASE WHEN n0.name IS :: STRING
        THEN reduce(folded = normalize(toLower(n0.name), NFKD),
          pair IN $p4 | replace(folded, pair[0], pair[1])) + '\u0000' + n0.name
        ELSE n0.name END ASC,
      n0.code ASC
    LIMIT $p5
    RETURN [n0.name]
  }] AS row
