CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p0, false))
      AND CASE WHEN n0.signalledOn IS :: DATE AND n0.startedOn IS :: DATE
        THEN duration.inDays(n0.signalledOn, n0.startedOn).days END >= $p1
      AND CASE WHEN n0.signalledOn IS :: DATE AND n0.startedOn IS :: DATE
        THEN duration.inDays(n0.signalledOn, n0.startedOn).days END < $p2
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p3
    RETURN [n0.key,
      CASE WHEN n0.signalledOn IS :: DATE AND n0.startedOn IS :: DATE
      THEN duration.inDays(n0.signalledOn, n0.startedOn).days END]
  }] AS row
