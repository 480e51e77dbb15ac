CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Youth)
    WHERE NOT (coalesce(n0.birthDate > $p0, false))
    WITH count(n0) AS v0, collect(DISTINCT n0) AS v2
    RETURN [v0, COLLECT { UNWIND v2 AS n0 WITH DISTINCT n0 LIMIT $p2 RETURN [n0.key] }, size(v2)]
  })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Delivery)
    WHERE (NOT (coalesce(n1.decidedOn > $p0, false))
      AND EXISTS { MATCH (n1)-[r0:OF_PRODUCT]->(n2:Product) WHERE n2.code = $p1 RETURN 1 })
    WITH count(n1) AS v1, collect(DISTINCT n1) AS v3
    RETURN [v1,
      COLLECT {
        UNWIND v3 AS n1
        MATCH (n1)-[r1:PART_OF]->(n3:Trajectory)
        MATCH (n3)-[r2:FOR]->(n4:Youth)
        WITH DISTINCT n4
        LIMIT $p2
        RETURN [n4.key]
      },
      size(v3)]
  })] AS row
