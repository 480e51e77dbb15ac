CYPHER 5
RETURN 0 AS field,
  [COLLECT {
      MATCH (n0:Municipality)
      WITH n0
      ORDER BY COUNT {
          MATCH (n0)<-[r0:LIVES_IN]-(n1:Youth)
          WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
            AND (r0.validTo IS NULL OR r0.validTo > $p0)
            AND NOT (coalesce(n1.birthDate > $p0, false)))
          WITH DISTINCT n1
          RETURN 1
        } ASC,
        n0.code ASC
      LIMIT $p1
      RETURN [n0.code]
    },
    COLLECT {
      MATCH (n0:Municipality)
      RETURN [COLLECT {
        MATCH (n0)<-[r0:LIVES_IN]-(n1:Youth)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
          AND (r0.validTo IS NULL OR r0.validTo > $p0)
          AND NOT (coalesce(n1.birthDate > $p0, false)))
        WITH DISTINCT n1
        WITH DISTINCT n1
        LIMIT $p2
        RETURN [n1.key]
      }]
    }] AS row
