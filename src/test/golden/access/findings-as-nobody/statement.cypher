CYPHER 5
MATCH (n0:Finding)
WHERE (NOT (coalesce(n0.since > $p1, false))
  AND NOT (coalesce(n0.since > $p0, false))
  AND n0.rule IN $p2
  AND n0.key IS NOT NULL)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n0
    RETURN [n0.rule,
      head(COLLECT {
        MATCH (n0)-[r0:FOUND_AT]->(n1:Product)
        WITH r0, n1
        ORDER BY n1.key ASC
        LIMIT 1
        RETURN [n1.key]
      }),
      COLLECT {
        MATCH (n0)-[r1:FOUND_AT]->(n2:Trajectory)
        MATCH (n2)-[r2:FOR]->(n3:Youth)
        RETURN [n3.key]
      }]
  }] AS row
