CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    UNWIND $p1 AS v0
    RETURN [head(COLLECT {
      MATCH (n0:Region)
      WHERE (n0.code = v0.key AND v0.type = $p2)
      RETURN [labels(n0), n0.code, v0.asOf, 0] AS row
      UNION ALL
      MATCH (n1:Product)
      WHERE (n1.key = v0.key AND v0.type = $p3)
      RETURN [labels(n1), n1.key, v0.asOf, n1.name, 1] AS row
    })]
  }] AS row
