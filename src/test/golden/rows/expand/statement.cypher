CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)<-[r0:CHILD_OF]-(n1:Cluster)
      WITH DISTINCT n1
      ORDER BY n1.key ASC
      RETURN [n1.code]
    }]
  })] AS row
