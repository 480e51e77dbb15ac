CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
      MATCH (n0:Youth)
      WHERE (NOT (coalesce(n0.birthDate > $p0, false)) AND n0.birthDate > $p1)
      WITH count(n0) AS v0, collect(DISTINCT n0) AS v1
      RETURN [v0, COLLECT { UNWIND v1 AS n0 WITH DISTINCT n0 LIMIT $p2 RETURN [n0.key] }, size(v1)]
    }),
    COLLECT { MATCH (n1:Youth) WHERE n1.birthDate > $p1 WITH DISTINCT n1 LIMIT $p2 RETURN [n1.key] }] AS row
