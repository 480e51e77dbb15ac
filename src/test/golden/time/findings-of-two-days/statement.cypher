CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Finding)
    WHERE (NOT (coalesce(n0.since > $p1, false)) AND n0.rule = $p2)
    WITH DISTINCT CASE WHEN n0.until <= $p1
      THEN 'CLOSED'
      WHEN n0.since <= $p1
      THEN 'OPEN'
      ELSE n0.statedStatus END AS v0
    WITH v0
    ORDER BY v0 ASC
    LIMIT $p3
    RETURN [v0]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n1:Finding)
    WHERE (NOT (coalesce(n1.since > $p4, false)) AND n1.rule = $p5)
    WITH DISTINCT CASE WHEN n1.until <= $p4
      THEN 'CLOSED'
      WHEN n1.since <= $p4
      THEN 'OPEN'
      ELSE n1.statedStatus END AS v1
    WITH v1
    ORDER BY v1 ASC
    LIMIT $p6
    RETURN [v1]
  }] AS row
