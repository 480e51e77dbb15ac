CYPHER 5 RETURN 0 AS field, [[COUNT { MATCH (n0:Segment) WHERE n0.level = $p1
  RETURN 1
}], COLLECT {
  MATCH (n1:Segment) WHERE n1.level = $p2
  WITH n1 ORDER BY n1.code DESC, n1.key ASC LIMIT ($p3 + 1)
  RETURN [n1.code, n1.key]
}] AS row
