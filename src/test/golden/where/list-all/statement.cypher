CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Product)
    WHERE (n0.names IS NOT NULL
      AND NOT (coalesce(any(element IN CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END
        WHERE NOT (coalesce(element CONTAINS $p2, false))), false))
      AND size(CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END) > $p3)
    WITH n0
    ORDER BY n0.code ASC, n0.key ASC
    LIMIT $p4
    RETURN [n0.code, n0.names]
  }] AS row
