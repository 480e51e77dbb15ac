CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p0, false)) AND n0.key = $p1)
    WITH n0
    LIMIT 1
    RETURN [[COUNT {
        MATCH (n0)<-[r0:HOLDS_REGIE]-(n1:RegieHolder)
        UNWIND [[r0.validTo, false], [r0.validFrom, true]] AS event
        WITH r0, n1, event
        WHERE event[0] > $p2 AND event[0] <= $p3
        WITH event[0] AS v1,
          r0.kind AS v0,
          collect(CASE WHEN NOT event[1] THEN [r0, n1] END) AS ended,
          collect(CASE WHEN event[1] THEN [r0, n1] END) AS began
        UNWIND CASE WHEN size(ended) = 1 AND size(began) = 1
          THEN [[ended[0], began[0]]]
          ELSE [one IN ended | [one, null]] + [one IN began | [null, one]] END AS pair
        WITH v1,
          v0,
          CASE WHEN pair[1] IS NULL THEN 'ENDED' WHEN pair[0] IS NULL THEN 'BEGAN' ELSE 'MOVED' END AS v2,
          pair AS v3,
          pair[0][0] AS r0,
          pair[0][1] AS n1,
          pair[1][0] AS r1,
          pair[1][1] AS n2
        RETURN 1
      }],
      COLLECT {
        MATCH (n0)<-[r2:HOLDS_REGIE]-(n3:RegieHolder)
        UNWIND [[r2.validTo, false], [r2.validFrom, true]] AS event
        WITH r2, n3, event
        WHERE event[0] > $p2 AND event[0] <= $p3
        WITH event[0] AS v6,
          r2.kind AS v5,
          collect(CASE WHEN NOT event[1] THEN [r2, n3] END) AS ended,
          collect(CASE WHEN event[1] THEN [r2, n3] END) AS began
        UNWIND CASE WHEN size(ended) = 1 AND size(began) = 1
          THEN [[ended[0], began[0]]]
          ELSE [one IN ended | [one, null]] + [one IN began | [null, one]] END AS pair
        WITH v6,
          v5,
          CASE WHEN pair[1] IS NULL THEN 'ENDED' WHEN pair[0] IS NULL THEN 'BEGAN' ELSE 'MOVED' END AS v7,
          pair AS v8,
          pair[0][0] AS r2,
          pair[0][1] AS n3,
          pair[1][0] AS r3,
          pair[1][1] AS n4
        WITH v6, v7, v5, v8, r2, n3, r3, n4
        ORDER BY v6 ASC,
          v5 ASC,
          v7 DESC,
          CASE WHEN (n3 IS NOT NULL) = $p4 THEN n3.agb END ASC,
          CASE WHEN (n3 IS NOT NULL) = $p4 THEN n3.key END ASC,
          CASE WHEN (n3 IS NOT NULL) = $p4 THEN n3.code END ASC,
          CASE WHEN (n3 IS NOT NULL) = $p4
            THEN head([label IN labels(n3)
              WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
                'Municipality']]) END ASC,
          CASE WHEN (n4 IS NOT NULL) = $p5 THEN n4.agb END ASC,
          CASE WHEN (n4 IS NOT NULL) = $p5 THEN n4.key END ASC,
          CASE WHEN (n4 IS NOT NULL) = $p5 THEN n4.code END ASC,
          CASE WHEN (n4 IS NOT NULL) = $p5
            THEN head([label IN labels(n4)
              WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
                'Municipality']]) END ASC,
          n0.key ASC,
          CASE WHEN (n3 IS NOT NULL) = $p4 THEN r2.validFrom END ASC,
          CASE WHEN (n3 IS NOT NULL) = $p4 THEN elementId(r2) END ASC,
          CASE WHEN (n4 IS NOT NULL) = $p5 THEN r3.validFrom END ASC,
          CASE WHEN (n4 IS NOT NULL) = $p5 THEN elementId(r3) END ASC
        LIMIT $p6
        RETURN [v6, v7, n3 IS NOT NULL, labels(n3), n4 IS NOT NULL, r3.kind, n4.name]
      },
      COLLECT {
        MATCH (n0)<-[r4:CONTACT_FOR]-(n5:Organisation)
        UNWIND [[r4.validTo, false], [r4.validFrom, true]] AS event
        WITH r4, n5, event
        WHERE event[0] > $p2 AND event[0] <= $p3
        WITH event[0] AS v9,
          collect(CASE WHEN NOT event[1] THEN [r4, n5] END) AS ended,
          collect(CASE WHEN event[1] THEN [r4, n5] END) AS began
        UNWIND CASE WHEN size(ended) = 1 AND size(began) = 1
          THEN [[ended[0], began[0]]]
          ELSE [one IN ended | [one, null]] + [one IN began | [null, one]] END AS pair
        WITH v9,
          CASE WHEN pair[1] IS NULL THEN 'ENDED' WHEN pair[0] IS NULL THEN 'BEGAN' ELSE 'MOVED' END AS v10,
          pair AS v11,
          pair[0][0] AS r4,
          pair[0][1] AS n5,
          pair[1][0] AS r5,
          pair[1][1] AS n6
        WITH v9, v10, v11, r4, n5, r5, n6
        ORDER BY v9 ASC,
          v10 DESC,
          CASE WHEN (n5 IS NOT NULL) = $p7 THEN n5.agb END ASC,
          CASE WHEN (n5 IS NOT NULL) = $p7 THEN n5.key END ASC,
          CASE WHEN (n5 IS NOT NULL) = $p7 THEN n5.code END ASC,
          CASE WHEN (n5 IS NOT NULL) = $p7
            THEN head([label IN labels(n5)
              WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
                'ExpertTeam', 'Municipality']]) END ASC,
          CASE WHEN (n6 IS NOT NULL) = $p8 THEN n6.agb END ASC,
          CASE WHEN (n6 IS NOT NULL) = $p8 THEN n6.key END ASC,
          CASE WHEN (n6 IS NOT NULL) = $p8 THEN n6.code END ASC,
          CASE WHEN (n6 IS NOT NULL) = $p8
            THEN head([label IN labels(n6)
              WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
                'ExpertTeam', 'Municipality']]) END ASC,
          n0.key ASC,
          CASE WHEN (n5 IS NOT NULL) = $p7 THEN r4.validFrom END ASC,
          CASE WHEN (n5 IS NOT NULL) = $p7 THEN elementId(r4) END ASC,
          CASE WHEN (n6 IS NOT NULL) = $p8 THEN r5.validFrom END ASC,
          CASE WHEN (n6 IS NOT NULL) = $p8 THEN elementId(r5) END ASC
        LIMIT $p9
        RETURN [v9, v10]
      }]
  })] AS row
