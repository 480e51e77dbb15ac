CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Delivery)
    WHERE NOT (coalesce(n0.decidedOn > $p1, false))
    WITH n0
    ORDER BY head(COLLECT {
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
        RETURN CASE WHEN n1.name IS :: STRING
          THEN reduce(folded = normalize(toLower(n1.name), NFKD),
            pair IN $p2 | replace(folded, pair[0], pair[1])) + '\u0000' + n1.name
          ELSE n1.name END
      }) DESC,
      n0.key ASC
    LIMIT $p3
    RETURN [n0.key,
      head(COLLECT {
      MATCH (n0)<-[r2:DELIVERS]-(n3:Organisation)
      WHERE (((r2.validFrom IS NULL OR r2.validFrom <= $p1)
          AND (r2.validTo IS NULL OR r2.validTo > $p1))
        OR (n0.endedOn <= $p1
          AND NOT (coalesce(r2.validFrom > $p1, false))
          AND NOT (EXISTS {
            MATCH (n0)<-[r3:DELIVERS]-(n4:Organisation)
            WHERE (NOT (coalesce(r3.validFrom > $p1, false))
              AND (r3.validTo > r2.validTo OR (r3.validTo IS NULL AND r2.validTo IS NOT NULL)))
            RETURN 1
          })))
      WITH r2, n3
      ORDER BY n3.agb ASC,
        n3.key ASC,
        n3.code ASC,
        head([label IN labels(n3)
          WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'ExpertTeam', 'Municipality']]) ASC
      LIMIT 1
      RETURN [n3.name]
    })]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n5:Provider)
    WITH n5
    ORDER BY COUNT {
        MATCH (n5)-[r4:DELIVERS]->(n6:Delivery)
        WHERE ((((r4.validFrom IS NULL OR r4.validFrom <= $p4)
              AND (r4.validTo IS NULL OR r4.validTo > $p4))
            OR (n6.endedOn <= $p4
              AND NOT (coalesce(r4.validFrom > $p4, false))
              AND NOT (EXISTS {
                MATCH (n6)<-[r5:DELIVERS]-(n7:Organisation)
                WHERE (NOT (coalesce(r5.validFrom > $p4, false))
                  AND (r5.validTo > r4.validTo OR (r5.validTo IS NULL AND r4.validTo IS NOT NULL)))
                RETURN 1
              })))
          AND NOT (coalesce(n6.decidedOn > $p4, false)))
        WITH DISTINCT n6
        RETURN 1
      } DESC,
      n5.agb ASC
    LIMIT $p5
    RETURN [n5.agb]
  }] AS row
