CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [COLLECT {
      MATCH (n0)<-[r0:HOLDS_REGIE]-(n1:RegieHolder)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      WITH DISTINCT n1
      ORDER BY n1.agb ASC,
        n1.key ASC,
        n1.code ASC,
        head([label IN labels(n1)
          WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'Municipality']]) ASC
      RETURN [n1.name, n1.key, n1.note, labels(n1)]
    }]
  })] AS row
