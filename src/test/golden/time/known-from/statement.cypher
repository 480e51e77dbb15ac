CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [n0.decidedOn, CASE WHEN NOT (coalesce(n0.decidedOn > $p1, false)) THEN n0.decision END,
      CASE WHEN NOT (coalesce(n0.decidedOn > $p1, false)) THEN n0.followUp END]
  })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Trajectory)
    WHERE (NOT (coalesce(n1.signalledOn > $p3, false)) AND n1.key = $p4)
    WITH n1
    LIMIT 1
    RETURN [n1.decidedOn, CASE WHEN NOT (coalesce(n1.decidedOn > $p3, false)) THEN n1.decision END,
      CASE WHEN NOT (coalesce(n1.decidedOn > $p3, false)) THEN n1.followUp END]
  })] AS row
UNION ALL
RETURN 2 AS field,
  [[COUNT {
    MATCH (n2:Trajectory)
    WHERE (NOT (coalesce(n2.signalledOn > $p5, false))
      AND CASE WHEN NOT (coalesce(n2.decidedOn > $p5, false)) THEN n2.decision END = $p6)
    RETURN 1
  }]] AS row
UNION ALL
RETURN 3 AS field,
  [COLLECT {
    MATCH (n3:Trajectory)
    WHERE NOT (coalesce(n3.signalledOn > $p7, false))
    WITH n3
    ORDER BY CASE WHEN CASE WHEN NOT (coalesce(n3.decidedOn > $p7, false)) THEN n3.followUp END IS :: STRING
        THEN reduce(folded = normalize(toLower(CASE WHEN NOT (coalesce(n3.decidedOn > $p7, false))
            THEN n3.followUp END), NFKD),
          pair IN $p8 | replace(folded, pair[0], pair[1])) + '\u0000' + CASE WHEN NOT (coalesce(n3.decidedOn > $p7,
            false))
          THEN n3.followUp END
        ELSE CASE WHEN NOT (coalesce(n3.decidedOn > $p7, false)) THEN n3.followUp END END DESC,
      n3.key ASC
    LIMIT $p9
    RETURN [n3.key, CASE WHEN NOT (coalesce(n3.decidedOn > $p7, false)) THEN n3.followUp END]
  }] AS row
UNION ALL
RETURN 4 AS field,
  [COLLECT {
    MATCH (n4:Trajectory)
    WHERE NOT (coalesce(n4.signalledOn > $p10, false))
    WITH CASE WHEN NOT (coalesce(n4.decidedOn > $p10, false)) THEN n4.decision END AS v1,
      count(n4) AS v2
    WITH v1, v2
    ORDER BY v1 ASC
    LIMIT $p11
    RETURN [v1, v2]
  }] AS row
