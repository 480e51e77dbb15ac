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
MATCH (n1:Region)
WHERE n1.code = $p4
RETURN 1 AS field, [n1.name] AS row
