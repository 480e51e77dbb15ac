CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p0, false))
      AND EXISTS {
        OPTIONAL MATCH (n0)<-[r0:PART_OF]-(n1:Delivery)
        WHERE NOT (coalesce(n1.decidedOn > $p0, false))
        WITH n1, collect(r0) AS edges
        UNWIND CASE WHEN size(edges) = 0 THEN [0] ELSE range(0, size(edges) - 1) END AS i
        WITH n1, edges[i] AS r0, i
        WITH count(r0) AS v0,
          max(CASE WHEN n1.startedOn IS :: DATE THEN n1.startedOn END) AS v1,
          CASE WHEN count(CASE WHEN i = 0
              THEN CASE WHEN n1.volume IS :: INTEGER AND -2147483648 <= n1.volume <= 2147483647
                THEN n1.volume END END) > 0
            THEN sum(CASE WHEN i = 0
              THEN CASE WHEN n1.volume IS :: INTEGER AND -2147483648 <= n1.volume <= 2147483647
                THEN n1.volume END END) END AS v2
        WHERE (v0 >= $p1 AND v1 > $p2 AND NOT (coalesce(v2 <= $p3, false)))
        RETURN 1
      }
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p4
    RETURN [n0.key]
  }] AS row
