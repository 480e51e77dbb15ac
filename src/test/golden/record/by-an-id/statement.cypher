CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
      UNWIND $p1 AS v0
      WITH v0
      LIMIT 1
      RETURN [head(COLLECT {
          MATCH (n0:Youth)
          WHERE (NOT (coalesce(n0.birthDate > v0.day, false)) AND n0.key = v0.key AND v0.type = $p2)
          RETURN [labels(n0), n0.key, v0.asOf, 0] AS row
        }),
        COLLECT { MATCH (n4:Youth) WHERE (n4.key = v0.key AND v0.type = $p2) RETURN [n4.key] }]
    }),
    COLLECT { MATCH (n3:Youth) WHERE n3.key IN $p5 WITH DISTINCT n3 RETURN [n3.key] }] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Youth)
    WHERE (NOT (coalesce(n1.birthDate > $p0, false)) AND n1.key = $p3)
    WITH n1
    LIMIT 1
    RETURN [n1.name, n1.key]
  })] AS row
UNION ALL
RETURN 2 AS field,
  [head(COLLECT {
    MATCH (n2:Youth)
    WHERE (NOT (coalesce(n2.birthDate > $p0, false)) AND n2.key = $p4)
    WITH n2
    LIMIT 1
    RETURN [n2.name, n2.key]
  })] AS row
