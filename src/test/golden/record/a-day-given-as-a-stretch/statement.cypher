CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
      MATCH (n0:Youth)
      WHERE (NOT (coalesce(n0.birthDate > $p0, false))
        AND ((n0.birthDate >= $p1 AND n0.birthDate <= $p2) OR n0.birthDate < $p3))
      WITH count(n0) AS v0, collect(DISTINCT n0) AS v1
      RETURN [v0, COLLECT { UNWIND v1 AS n0 WITH DISTINCT n0 LIMIT $p4 RETURN [n0.key] }, size(v1)]
    }),
    COLLECT {
      MATCH (n1:Youth)
      WHERE (n1.birthDate >= $p1 AND n1.birthDate <= $p2)
      WITH DISTINCT n1
      LIMIT $p4
      RETURN [n1.key]
    },
    COLLECT { MATCH (n2:Youth) WHERE n2.birthDate < $p3 WITH DISTINCT n2 LIMIT $p4 RETURN [n2.key] }] AS row
