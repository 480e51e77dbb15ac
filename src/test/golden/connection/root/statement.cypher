CYPHER 5
MATCH (n0:Segment)
WHERE n0.scheme IN $p2
WITH collect(n0) AS v0
RETURN 0 AS field,
  [[size(v0)],
    COLLECT {
      UNWIND v0 AS n0
      WITH n0
      ORDER BY n0.code DESC, n0.key ASC
      LIMIT ($p3 + 1)
      RETURN [n0.code, n0.key]
    }] AS row
