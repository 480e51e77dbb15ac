CYPHER 5
MATCH (n0:Segment)
WHERE (n0.code = $p2 AND n0.key IS NOT NULL)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n0
    RETURN [n0.code, n0.name,
      head(COLLECT {
      MATCH (n0)-[r0:CHILD_OF]->(n1:Segment)
      WITH r0, n1
      ORDER BY n1.key ASC
      LIMIT 1
      RETURN [n1.code, n1.name]
    }), n0.source]
  }] AS row
