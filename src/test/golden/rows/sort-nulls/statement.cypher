CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Product)
    WHERE n0.key STARTS WITH $p2
    WITH n0
    ORDER BY CASE WHEN n0.name IS :: STRING
        THEN reduce(folded = normalize(toLower(n0.name), NFKD),
          pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + n0.name
        ELSE n0.name END IS NULL DESC,
      CASE WHEN n0.name IS :: STRING
        THEN reduce(folded = normalize(toLower(n0.name), NFKD),
          pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + n0.name
        ELSE n0.name END ASC,
      n0.key ASC
    LIMIT $p4
    RETURN [n0.code, n0.name]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n1:Product)
    WHERE n1.key STARTS WITH $p6
    WITH n1
    ORDER BY CASE WHEN n1.name IS :: STRING
        THEN reduce(folded = normalize(toLower(n1.name), NFKD),
          pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + n1.name
        ELSE n1.name END IS NULL ASC,
      CASE WHEN n1.name IS :: STRING
        THEN reduce(folded = normalize(toLower(n1.name), NFKD),
          pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + n1.name
        ELSE n1.name END DESC,
      n1.key ASC
    LIMIT $p7
    RETURN [n1.code, n1.name]
  }] AS row
