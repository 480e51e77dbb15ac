CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Network)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [head(COLLECT {
      OPTIONAL MATCH (n0)-[r0:HOLDS_REGIE]->(n1:Trajectory)
      WHERE NOT (coalesce(n1.signalledOn > $p1, false))
      WITH n1, collect(r0) AS edges
      UNWIND CASE WHEN size(edges) = 0 THEN [0] ELSE range(0, size(edges) - 1) END AS i
      WITH n1, edges[i] AS r0, i
      WITH count(DISTINCT n1) AS v0,
        count(r0) AS v1,
        toFloat(sum(CASE WHEN i = 0
          THEN CASE WHEN n1.signalledOn IS :: DATE AND n1.startedOn IS :: DATE
            THEN duration.inDays(n1.signalledOn, n1.startedOn).days END END)) / nullIf(count(CASE WHEN i = 0
          THEN CASE WHEN n1.signalledOn IS :: DATE AND n1.startedOn IS :: DATE
            THEN duration.inDays(n1.signalledOn, n1.startedOn).days END END), 0) AS v2,
        min(CASE WHEN r0.validFrom IS :: DATE THEN r0.validFrom END) AS v3,
        date('1970-01-01') + duration('P1D') * toInteger(floor(toFloat(sum(duration.inDays(date('1970-01-01'),
          CASE WHEN r0.validFrom IS :: DATE THEN r0.validFrom END).days)) / nullIf(count(duration.inDays(date('1970-01-01'),
          CASE WHEN r0.validFrom IS :: DATE THEN r0.validFrom END).days), 0) + 0.5)) AS v4
      RETURN [v0, v1, v2, v3, v4]
    })]
  })] AS row
