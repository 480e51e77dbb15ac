CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    UNWIND $p1 AS v0
    WITH v0
    LIMIT 1
    RETURN [head(COLLECT {
      MATCH (n0:Product)
      WHERE (n0.key = v0.key AND v0.type = $p2)
      RETURN [labels(n0), n0.key, v0.asOf, n0.code, 0] AS row
    })]
  })] AS row
