CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Youth)
    WHERE (NOT (coalesce(n0.birthDate > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [n0.birthDate]
  })] AS row
UNION ALL
RETURN 1 AS field,
  [head(COLLECT {
    MATCH (n1:Youth)
    WHERE (NOT (coalesce(n1.birthDate > $p3, false)) AND n1.key = $p4)
    WITH n1
    LIMIT 1
    RETURN [n1.birthDate]
  })] AS row
UNION ALL
MATCH (n2:Youth)
WHERE (NOT (coalesce(n2.birthDate > $p5, false)) AND n2.key IN $p6 AND n2.key IS NOT NULL)
WITH n2
ORDER BY n2.key ASC
WITH collect(n2) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 2 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n2 RETURN [n2.key, n2.birthDate] }] AS row
