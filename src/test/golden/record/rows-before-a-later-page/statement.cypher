CYPHER 5
RETURN 0 AS field,
  [COLLECT {
      MATCH (n0:Youth)
      WHERE (NOT (coalesce(n0.birthDate > $p0, false)) AND n0.key IS NOT NULL)
      WITH n0
      ORDER BY n0.key ASC
      SKIP $p1
      LIMIT $p2
      RETURN [n0.key]
    },
    COLLECT {
      MATCH (n0:Youth)
      WHERE (NOT (coalesce(n0.birthDate > $p0, false)) AND n0.key IS NOT NULL)
      WITH n0
      ORDER BY n0.key ASC
      LIMIT $p1
      WITH DISTINCT n0
      LIMIT $p3
      RETURN [n0.key]
    }] AS row
