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
  [head(COLLECT { MATCH (n1:Region) WHERE n1.code = $p4 WITH n1 LIMIT 1 RETURN [n1.name] })] AS row
