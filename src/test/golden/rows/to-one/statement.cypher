CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Delivery)
    WHERE (NOT (coalesce(n0.decidedOn > $p1, false)) AND n0.key = $p2)
    WITH n0
    LIMIT 1
    RETURN [head(COLLECT {
      MATCH (n0)<-[r0:DELIVERS]-(n1:Organisation)
      WHERE (((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        OR (n0.endedOn <= $p1
          AND NOT (coalesce(r0.validFrom > $p1, false))
          AND NOT (EXISTS {
            MATCH (n0)<-[r1:DELIVERS]-(n2:Organisation)
            WHERE (NOT (coalesce(r1.validFrom > $p1, false))
              AND (r1.validTo > r0.validTo OR (r1.validTo IS NULL AND r0.validTo IS NOT NULL)))
            RETURN 1
          })))
      WITH r0, n1
      ORDER BY n1.agb ASC,
        n1.key ASC,
        n1.code ASC,
        head([label IN labels(n1)
          WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'ExpertTeam', 'Municipality']]) ASC
      LIMIT 1
      RETURN [n1.name]
    }),
      head(COLLECT {
      MATCH (n0)-[r2:OF_PRODUCT]->(n3:Product)
      WITH r2, n3
      ORDER BY n3.key ASC
      LIMIT 1
      RETURN [n3.code]
    })]
  })] AS row
