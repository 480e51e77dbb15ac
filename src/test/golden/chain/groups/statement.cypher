CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Segment)
    WHERE EXISTS { MATCH (n0) ((n1)-[r0:CHILD_OF]->(n2:Segment)){1,20} (n3) RETURN 1 }
    OPTIONAL MATCH (n0) ((n4)-[r1:CHILD_OF]->(n5:Segment)){1,20} (n6)
    WITH n6 IS NOT NULL AS v0, n6.key AS v1, count(DISTINCT n0) AS v2, collect(DISTINCT n0) AS nodes
    WITH v0,
      v1,
      v2,
      COUNT {
        UNWIND nodes AS n0
        MATCH (n0) ((n7)<-[r2:CHILD_OF]-(n8:Segment)){1,20} (n9)
        RETURN DISTINCT n9
      } AS v3
    WITH v0, v1, v2, v3
    ORDER BY v0 DESC, v1 ASC
    LIMIT $p1
    RETURN [v0, v1, v2, v3]
  }] AS row
