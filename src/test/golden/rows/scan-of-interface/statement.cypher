CYPHER 5 MATCH (n0:Organisation)
WHERE n0.name STARTS WITH $p1
WITH n0 ORDER BY n0.agb ASC, n0.key ASC, n0.code ASC, head([label IN labels(n0) WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Municipality']]) ASC
RETURN 0 AS field, [n0.name, labels(n0)] AS row
