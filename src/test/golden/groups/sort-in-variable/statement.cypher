CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Region)
    WITH n0.name AS v0, count(n0) AS v1
    WITH v0, v1
    ORDER BY CASE WHEN v0 IS :: STRING
      THEN reduce(folded = normalize(toLower(v0), NFKD),
        pair IN $p1 | replace(folded, pair[0], pair[1])) + '\u0000' + v0
      ELSE v0 END DESC
    LIMIT $p2
    RETURN [v0, v1]
  }] AS row
