CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Region)
    WITH count(n0) AS v0, count(n0) AS v1
    WHERE v1 > $p2
    WITH v0, v1
    ORDER BY v1 ASC
    LIMIT $p3
    RETURN [v0]
  }] AS row
