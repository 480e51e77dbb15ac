CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p1, false))
      AND EXISTS {
        MATCH (n0)<-[r0:FOUND_AT]-(n1:Finding)
        WHERE (NOT (coalesce(n1.since > $p1, false))
          AND n1.rule = $p2
          AND CASE WHEN n1.until <= $p1
            THEN 'CLOSED'
            WHEN n1.since <= $p1
            THEN 'OPEN'
            ELSE n1.statedStatus END = $p3)
        RETURN 1
      }
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p4
    RETURN [n0.key, n0.startedOn]
  }] AS row
