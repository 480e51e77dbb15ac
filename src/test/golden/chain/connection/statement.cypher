CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p1
    WITH n0
    LIMIT 1
    RETURN [[COUNT { MATCH (n0) ((n1)<-[r0:CHILD_OF]-(n2:Segment)){1,20} (n3) RETURN 1 }],
      COLLECT {
        MATCH (n0) ((n4)<-[r1:CHILD_OF]-(n5:Segment)){1,20} (n6)
        WITH n6
        ORDER BY CASE WHEN n6.code IS :: STRING
            THEN reduce(folded = normalize(toLower(n6.code), NFKD),
              pair IN $p2 | replace(folded, pair[0], pair[1])) + '\u0000' + n6.code
            ELSE n6.code END DESC,
          n6.key ASC
        LIMIT ($p3 + 1)
        RETURN [CASE WHEN n6.code IS :: STRING
          THEN reduce(folded = normalize(toLower(n6.code), NFKD),
            pair IN $p2 | replace(folded, pair[0], pair[1])) + '\u0000' + n6.code
          ELSE n6.code END, n6.key]
      }]
  })] AS row
