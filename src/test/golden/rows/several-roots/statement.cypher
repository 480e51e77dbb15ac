CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Module)
    WHERE n0.key IS NOT NULL
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.number]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT { MATCH (n1:Provider) WHERE n1.agb = $p4 WITH n1 LIMIT 1 RETURN [n1.name] })] AS row
UNION ALL
RETURN 2 AS field,
  [COLLECT {
    MATCH (n2:Criterion)
    WHERE n2.code IS NOT NULL
    WITH n2
    ORDER BY n2.code ASC
    LIMIT $p6
    RETURN [n2.code]
  }] AS row
