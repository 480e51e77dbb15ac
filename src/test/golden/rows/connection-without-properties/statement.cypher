CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [[COUNT { MATCH (n0)<-[r0:CHILD_OF]-(n1:Cluster) RETURN 1 }],
      COLLECT {
        MATCH (n0)<-[r1:CHILD_OF]-(n2:Cluster)
        WITH r1, n2
        ORDER BY CASE WHEN n2.code IS :: STRING
            THEN reduce(folded = normalize(toLower(n2.code), NFKD),
              pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + n2.code
            ELSE n2.code END DESC,
          n2.key ASC
        LIMIT $p4
        RETURN [n2.code]
      }]
  })] AS row
