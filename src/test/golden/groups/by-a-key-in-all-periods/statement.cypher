CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Youth)
    WHERE (NOT (coalesce(n0.birthDate > $p1, false)) AND n0.key = $p2)
    OPTIONAL MATCH (n0)-[r0:LIVES_IN]->(n1:Municipality)
    WITH n1 IS NOT NULL AS v0, n1.code AS v1, count(DISTINCT n0) AS v2
    WITH v0, v1, v2
    ORDER BY v0 DESC, v1 ASC
    LIMIT $p3
    RETURN [v0, v1, v2]
  }] AS row
