CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Product)
    WHERE (n0.names IS NOT NULL
      AND NOT (coalesce(any(element IN CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END
        WHERE NOT (coalesce(CASE WHEN element IS :: STRING
            THEN reduce(folded = normalize(toLower(element), NFKD),
              pair IN $p2 | replace(folded, pair[0], pair[1])) END CONTAINS $p3,
          false))), false))
      AND size(CASE WHEN n0.names IS :: LIST<ANY> THEN n0.names END) > $p4)
    WITH n0
    ORDER BY n0.code ASC, n0.key ASC
    LIMIT $p5
    RETURN [n0.code, n0.names]
  }] AS row
