CYPHER 5
MATCH (n0:Trajectory)
WHERE n0.id = $p1
RETURN 0 AS field,
  [COLLECT {
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
        pair[0][0] AS r0,
        pair[0][1] AS n1,
        pair[1][0] AS r1,
        pair[1][1] AS n2
      WITH v1, v2, v0, r0, n1, r1, n2
      ORDER BY v1 ASC,
        v0 ASC,
        v2 DESC,
        n1.agb ASC,
        n1.key ASC,
        n1.code ASC,
        head([label IN labels(n1)
          WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'Municipality']]) ASC,
        n2.agb ASC,
        n2.key ASC,
        n2.code ASC,
        head([label IN labels(n2)
          WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'Municipality']]) ASC
      RETURN [v1, v2, n1 IS NOT NULL, labels(n1), n2 IS NOT NULL, r1.kind, n2.name]
    },
    COLLECT {
      MATCH (n0)<-[r2:CONTACT_FOR]-(n3:Organisation)
      UNWIND [[r2.validTo, false], [r2.validFrom, true]] AS event
      WITH r2, n3, event
      WHERE event[0] > $p2 AND event[0] <= $p3
      WITH event[0] AS v3,
        collect(CASE WHEN NOT event[1] THEN [r2, n3] END) AS ended,
        collect(CASE WHEN event[1] THEN [r2, n3] END) AS began
      UNWIND CASE WHEN size(ended) = 1 AND size(began) = 1
        THEN [[ended[0], began[0]]]
        ELSE [one IN ended | [one, null]] + [one IN began | [null, one]] END AS pair
      WITH v3,
        CASE WHEN pair[1] IS NULL THEN 'ENDED' WHEN pair[0] IS NULL THEN 'BEGAN' ELSE 'MOVED' END AS v4,
        pair[0][0] AS r2,
        pair[0][1] AS n3,
        pair[1][0] AS r3,
        pair[1][1] AS n4
      WITH v3, v4, r2, n3, r3, n4
      ORDER BY v3 ASC,
        v4 DESC,
        n3.agb ASC,
        n3.key ASC,
        n3.code ASC,
        head([label IN labels(n3)
          WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'Municipality']]) ASC,
        n4.agb ASC,
        n4.key ASC,
        n4.code ASC,
        head([label IN labels(n4)
          WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'Municipality']]) ASC
      RETURN [v3, v4]
    }] AS row
