CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Module)
    WITH n0
    ORDER BY head(COLLECT {
        MATCH (n0)-[r0:CHILD_OF]->(n1:Module)
        WITH r0, n1
        ORDER BY n1.key ASC
        LIMIT 1
        RETURN CASE WHEN n1.number IS :: STRING
          THEN reduce(folded = normalize(toLower(n1.number), NFKD),
            pair IN $p2 | replace(folded, pair[0], pair[1])) + '\u0000' + n1.number
          ELSE n1.number END
      }) DESC,
      n0.key ASC
    LIMIT $p3
    RETURN [n0.key]
  }] AS row
