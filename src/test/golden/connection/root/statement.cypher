CYPHER 5
MATCH (n0:Segment)
WHERE n0.scheme IN $p2
WITH collect(n0) AS v0
RETURN 0 AS field,
  [[size(v0)],
    COLLECT {
      UNWIND v0 AS n0
      WITH n0
      ORDER BY CASE WHEN n0.code IS :: STRING
          THEN reduce(folded = normalize(toLower(n0.code), NFKD),
            pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + n0.code
          ELSE n0.code END DESC,
        n0.key ASC
      LIMIT ($p4 + 1)
      RETURN [CASE WHEN n0.code IS :: STRING
        THEN reduce(folded = normalize(toLower(n0.code), NFKD),
          pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + n0.code
        ELSE n0.code END, n0.key, n0.code]
    }] AS row
