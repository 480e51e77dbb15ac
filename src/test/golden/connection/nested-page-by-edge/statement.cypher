CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Product)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)-[r0:MAPS_TO]->(n1:Segment)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1)
        AND n1.scheme = $p3
        AND r0.confidence = $p4)
      WITH r0, n1
      ORDER BY r0.purpose ASC,
        CASE WHEN n1.code IS :: STRING
          THEN reduce(folded = normalize(toLower(n1.code), NFKD),
            pair IN $p5 | replace(folded, pair[0], pair[1])) + '\u0000' + n1.code
          ELSE n1.code END DESC,
        n1.key ASC,
        r0.validFrom ASC
      LIMIT ($p6 + 1)
      RETURN [r0.purpose, n1.code]
    }]
  })] AS row
