CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Organisation)
    WHERE any(label IN labels(n0) WHERE label IN $p1)
    WITH n0
    ORDER BY n0.agb ASC,
      n0.key ASC,
      n0.code ASC,
      head([label IN labels(n0)
        WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
          'Municipality']]) ASC
    LIMIT $p2
    RETURN [n0.name, labels(n0)]
  }] AS row
