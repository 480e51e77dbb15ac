CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Region)
    WITH n0.name AS v0, count(n0) AS v1
    WITH v0, v1
    ORDER BY v0 DESC
    LIMIT $p1
    RETURN [v0, v1]
  }] AS row
