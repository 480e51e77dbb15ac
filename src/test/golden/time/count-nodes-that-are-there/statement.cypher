CYPHER 5
RETURN 0 AS field,
  [[COUNT { MATCH (n0:Measure) WHERE NOT (coalesce(n0.startedOn > $p1, false)) RETURN 1 }]] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Measure)
    WHERE NOT (coalesce(n1.startedOn > $p2, false))
    WITH count(n1) AS v1, count(n1) AS v2, count(DISTINCT n1.kind) AS v3
    RETURN [v1, v2, v3]
  })] AS row
