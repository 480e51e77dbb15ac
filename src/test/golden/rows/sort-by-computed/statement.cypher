CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Trajectory)
    WHERE NOT (coalesce(n0.signalledOn > $p0, false))
    WITH n0
    ORDER BY CASE WHEN n0.signalledOn IS :: DATE AND n0.startedOn IS :: DATE
        THEN duration.inDays(n0.signalledOn, n0.startedOn).days END DESC,
      n0.key ASC
    LIMIT $p1
    RETURN [n0.key,
      CASE WHEN n0.signalledOn IS :: DATE AND n0.startedOn IS :: DATE
      THEN duration.inDays(n0.signalledOn, n0.startedOn).days END]
  }] AS row
