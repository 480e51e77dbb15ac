CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Delivery)
    WHERE NOT (coalesce(n0.decidedOn > $p1, false))
    WITH min(CASE WHEN n0.volume IS :: INTEGER AND -2147483648 <= n0.volume <= 2147483647
        THEN n0.volume END) AS v0,
      max(CASE WHEN n0.volume IS :: INTEGER AND -2147483648 <= n0.volume <= 2147483647
        THEN n0.volume END) AS v1,
      CASE WHEN count(CASE WHEN n0.volume IS :: INTEGER AND -2147483648 <= n0.volume <= 2147483647
          THEN n0.volume END) > 0
        THEN sum(CASE WHEN n0.volume IS :: INTEGER AND -2147483648 <= n0.volume <= 2147483647
          THEN n0.volume END) END AS v2,
      toFloat(sum(CASE WHEN n0.volume IS :: INTEGER AND -2147483648 <= n0.volume <= 2147483647
        THEN n0.volume END)) / nullIf(count(CASE WHEN n0.volume IS :: INTEGER
          AND -2147483648 <= n0.volume <= 2147483647
        THEN n0.volume END), 0) AS v3,
      percentileCont(CASE WHEN n0.volume IS :: INTEGER AND -2147483648 <= n0.volume <= 2147483647
        THEN n0.volume END, 0.5) AS v4,
      percentileCont(CASE WHEN n0.volume IS :: INTEGER AND -2147483648 <= n0.volume <= 2147483647
        THEN n0.volume END, $p2) AS v5,
      min(CASE WHEN n0.startedOn IS :: DATE THEN n0.startedOn END) AS v6,
      max(CASE WHEN n0.startedOn IS :: DATE THEN n0.startedOn END) AS v7,
      date('1970-01-01') + duration('P1D') * toInteger(floor(percentileCont(duration.inDays(date('1970-01-01'),
        CASE WHEN n0.startedOn IS :: DATE THEN n0.startedOn END).days, 0.5) + 0.5)) AS v8,
      min(CASE WHEN n0.startedOn IS :: DATE AND n0.endedOn IS :: DATE
        THEN duration.inDays(n0.startedOn, n0.endedOn).days END) AS v9,
      CASE WHEN count(CASE WHEN n0.startedOn IS :: DATE AND n0.endedOn IS :: DATE
          THEN duration.inDays(n0.startedOn, n0.endedOn).days END) > 0
        THEN sum(CASE WHEN n0.startedOn IS :: DATE AND n0.endedOn IS :: DATE
          THEN duration.inDays(n0.startedOn, n0.endedOn).days END) END AS v10,
      toFloat(sum(CASE WHEN n0.startedOn IS :: DATE AND n0.endedOn IS :: DATE
        THEN duration.inDays(n0.startedOn, n0.endedOn).days END)) / nullIf(count(CASE WHEN n0.startedOn IS :: DATE
          AND n0.endedOn IS :: DATE
        THEN duration.inDays(n0.startedOn, n0.endedOn).days END), 0) AS v11
    RETURN [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11]
  })] AS row
