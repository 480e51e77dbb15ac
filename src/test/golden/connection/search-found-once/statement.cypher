CYPHER 5
CALL db.index.fulltext.queryNodes('search', $p2) YIELD node AS n0, score AS v0
WITH n0, v0
WHERE (n0:Provider)
WITH collect([n0, v0]) AS v1
RETURN 0 AS field,
  [COLLECT {
      UNWIND v1 AS n0
      WITH n0[0] AS n0, n0[1] AS v0
      WITH n0, v0
      ORDER BY v0 DESC, n0.agb ASC
      LIMIT ($p3 + 1)
      RETURN [n0.name,
        COLLECT {
          MATCH (n0)-[r0:CONTRACTED_FOR]->(n1:Product)
          WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
            AND (r0.validTo IS NULL OR r0.validTo > $p1))
          WITH DISTINCT n1
          ORDER BY n1.key ASC
          LIMIT $p4
          RETURN [n1.code]
        }]
    },
    [size(v1)]] AS row
