CYPHER 5
MATCH (n0:Trajectory)
WHERE n0.id = $p1
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0)<-[r0:HOLDS_REGIE]-(n1:RegieHolder)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0))
    WITH DISTINCT n1
    ORDER BY n1.agb ASC,
      n1.key ASC,
      n1.code ASC,
      head([label IN labels(n1)
        WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Municipality']]) ASC
    RETURN [n1.name,
      COLLECT {
        MATCH (n1)-[r1:HOLDS_REGIE]->(n2:Trajectory)
        WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
          AND (r1.validTo IS NULL OR r1.validTo > $p0)
          AND n2.id = $p2)
        WITH DISTINCT n2
        ORDER BY n2.id ASC
        RETURN [n2.step]
      },
      COLLECT {
        MATCH (n1)-[r2:HOLDS_REGIE]->(n3:Trajectory)
        WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p0)
          AND (r2.validTo IS NULL OR r2.validTo > $p0)
          AND n3.id = $p3)
        WITH DISTINCT n3
        ORDER BY n3.id ASC
        RETURN [n3.id, n3.step]
      },
      n1.key,
      labels(n1)]
  }] AS row
