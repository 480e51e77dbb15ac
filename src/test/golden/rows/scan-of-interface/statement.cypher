CYPHER 5
MATCH (n0:Organisation)
WHERE n0.name STARTS WITH $p2
WITH n0
ORDER BY n0.agb ASC,
  n0.key ASC,
  n0.code ASC,
  head([label IN labels(n0)
    WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
      'Municipality']]) ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.name, labels(n0)] }] AS row
