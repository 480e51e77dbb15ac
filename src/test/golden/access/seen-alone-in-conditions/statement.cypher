CYPHER 5
MATCH (n0:Trajectory)
WHERE (NOT (coalesce(n0.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n0)<-[r0:HOLDS_REGIE]-(n1:RegieHolder)
    WHERE ((n1:Referrer) AND n1.key = $p1 AND NOT (coalesce(r0.validFrom > $p0, false)) AND true)
    RETURN 1
  }
  AND n0.key = $p2
  AND EXISTS {
    MATCH (n0)-[r1:FOR]->(n2:Youth)
    WHERE (EXISTS {
        MATCH (n0)<-[r4:HOLDS_REGIE]-(n5:RegieHolder)
        WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p0)
          AND (r4.validTo IS NULL OR r4.validTo > $p0)
          AND (n5:Referrer)
          AND n5.key = $p4)
        RETURN 1
      }
      AND NOT (coalesce(n2.birthDate > $p0, false)))
    RETURN 1
  })
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 200] AS n0
    RETURN [n0.key, COLLECT { MATCH (n0)-[r5:FOR]->(n6:Youth) RETURN [n6.key] }]
  }] AS row
UNION ALL
MATCH (n8:Trajectory)
WHERE (NOT (coalesce(n8.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n8)<-[r7:HOLDS_REGIE]-(n9:RegieHolder)
    WHERE ((r7.validFrom IS NULL OR r7.validFrom <= $p0)
      AND (r7.validTo IS NULL OR r7.validTo > $p0)
      AND (n9:Referrer)
      AND n9.key = $p5)
    RETURN 1
  }
  AND n8.key = $p6)
MATCH (n8)-[r6:MEETS]->(n7:Criterion)
WITH DISTINCT n7
ORDER BY n7.code ASC
WITH collect(n7) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 1 AS field, [COLLECT { UNWIND v2[v3..v3 + 200] AS n7 RETURN [n7.code] }] AS row
UNION ALL
MATCH (n13:Trajectory)
WHERE (NOT (coalesce(n13.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n13)<-[r11:HOLDS_REGIE]-(n14:RegieHolder)
    WHERE ((r11.validFrom IS NULL OR r11.validFrom <= $p0)
      AND (r11.validTo IS NULL OR r11.validTo > $p0)
      AND (n14:Referrer)
      AND n14.key = $p8)
    RETURN 1
  }
  AND n13.key = $p9)
MATCH (n13)-[r10:FOR]->(n10:Youth)
WHERE (NOT (coalesce(n10.birthDate > $p0, false))
  AND EXISTS {
    MATCH (n10)<-[r8:FOR]-(n11:Trajectory)
    WHERE (NOT (coalesce(n11.signalledOn > $p0, false))
      AND EXISTS {
        MATCH (n11)<-[r9:HOLDS_REGIE]-(n12:RegieHolder)
        WHERE ((r9.validFrom IS NULL OR r9.validFrom <= $p0)
          AND (r9.validTo IS NULL OR r9.validTo > $p0)
          AND (n12:Referrer)
          AND n12.key = $p7)
        RETURN 1
      })
    RETURN 1
  })
WITH DISTINCT n10
ORDER BY n10.key ASC
WITH collect(n10) AS v4
UNWIND range(0, size(v4) - 1, 200) AS v5
RETURN 2 AS field, [COLLECT { UNWIND v4[v5..v5 + 200] AS n10 RETURN [n10.key] }] AS row
UNION ALL
MATCH (n16:Trajectory)
WHERE (NOT (coalesce(n16.signalledOn > $p10, false))
  AND NOT (coalesce(n16.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n16)<-[r13:HOLDS_REGIE]-(n17:RegieHolder)
    WHERE ((n17:Referrer) AND n17.key = $p11 AND NOT (coalesce(r13.validFrom > $p0, false)) AND true)
    RETURN 1
  }
  AND n16.key = $p14)
MATCH (n16)<-[r12:HOLDS_REGIE]-(n15:Referrer)
WHERE (((r12.validFrom IS NULL OR r12.validFrom <= $p10)
    AND (r12.validTo IS NULL OR r12.validTo > $p10))
  AND (EXISTS {
      MATCH (n16)<-[r14:HOLDS_REGIE]-(n18:RegieHolder)
      WHERE ((r14.validFrom IS NULL OR r14.validFrom <= $p0)
        AND (r14.validTo IS NULL OR r14.validTo > $p0)
        AND NOT (coalesce(n16.signalledOn > $p0, false))
        AND (n18:Referrer)
        AND n18.key = $p12)
      RETURN 1
    }
    OR n15.key = $p13))
WITH DISTINCT n15
ORDER BY n15.key ASC
WITH collect(n15) AS v6
UNWIND range(0, size(v6) - 1, 20) AS v7
RETURN 3 AS field,
  [COLLECT {
    UNWIND v6[v7..v7 + 20] AS n15
    RETURN [n15.key,
      COLLECT {
        MATCH (n15)-[r15:HOLDS_REGIE]->(n19:Trajectory)
        WHERE (((r15.validFrom IS NULL OR r15.validFrom <= $p10)
            AND (r15.validTo IS NULL OR r15.validTo > $p10))
          AND (EXISTS {
              MATCH (n19)<-[r17:HOLDS_REGIE]-(n21:RegieHolder)
              WHERE ((r17.validFrom IS NULL OR r17.validFrom <= $p0)
                AND (r17.validTo IS NULL OR r17.validTo > $p0)
                AND NOT (coalesce(n19.signalledOn > $p0, false))
                AND (n21:Referrer)
                AND n21.key = $p16)
              RETURN 1
            }
            OR n15.key = $p17)
          AND NOT (coalesce(n19.signalledOn > $p10, false))
          AND NOT (coalesce(n19.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n19)<-[r16:HOLDS_REGIE]-(n20:RegieHolder)
            WHERE ((n20:Referrer)
              AND n20.key = $p15
              AND NOT (coalesce(r16.validFrom > $p0, false))
              AND true)
            RETURN 1
          })
        WITH DISTINCT n19
        ORDER BY n19.key ASC
        RETURN [n19.key, COLLECT { MATCH (n19)-[r18:FOR]->(n22:Youth) RETURN [n22.key] }]
      }]
  }] AS row
