CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Organisation)
    WITH head([label IN labels(n0)
        WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
          'Municipality']]) AS v0,
      count(n0) AS v1
    WITH v0, v1
    ORDER BY v0 ASC
    LIMIT $p2
    RETURN [v0, v1]
  }] AS row
