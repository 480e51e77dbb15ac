CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p0, false)) AND n0.key = $p1)
    WITH n0
    LIMIT 1
    RETURN [head(COLLECT {
      OPTIONAL MATCH (n0) ((n1)-[r0:CONTINUES]->(n2:Delivery)
        WHERE NOT (coalesce(n2.decidedOn > $p0, false))){1,20} (n3)
      WITH count(n3) AS v0,
        count(n3) AS v1,
        min(CASE WHEN n3.startedOn IS :: DATE THEN n3.startedOn END) AS v2,
        max(CASE WHEN n3.startedOn IS :: DATE THEN n3.startedOn END) AS v3
      RETURN [v0, v1, v2, v3]
    })]
  })] AS row
