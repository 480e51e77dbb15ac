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
          AND n5.key = $p1)
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
    RETURN [n0.key, COLLECT { MATCH (n0)-[r17:FOR]->(n21:Youth) RETURN [n21.key] }]
  }] AS row
UNION ALL
MATCH (n7:Trajectory)
WHERE (NOT (coalesce(n7.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n7)<-[r6:HOLDS_REGIE]-(n8:RegieHolder)
    WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p0)
      AND (r6.validTo IS NULL OR r6.validTo > $p0)
      AND (n8:Referrer)
      AND n8.key = $p1)
    RETURN 1
  }
  AND n7.key = $p3)
MATCH (n7)-[r5:MEETS]->(n6:Criterion)
WITH DISTINCT n6
ORDER BY n6.code ASC
WITH collect(n6) AS v2
UNWIND range(0, size(v2) - 1, 200) AS v3
RETURN 1 AS field,
  [COLLECT {
    UNWIND v2[v3..v3 + 200] AS n6
    RETURN [n6.code,
      COLLECT {
        MATCH (n6)<-[r5:MEETS]-(n7:Trajectory)
        WHERE (NOT (coalesce(n7.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n7)<-[r6:HOLDS_REGIE]-(n8:RegieHolder)
            WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p0)
              AND (r6.validTo IS NULL OR r6.validTo > $p0)
              AND (n8:Referrer)
              AND n8.key = $p1)
            RETURN 1
          }
          AND n7.key = $p3)
        MATCH (n7)-[r18:FOR]->(n22:Youth)
        WITH DISTINCT n22
        LIMIT $p9
        RETURN [n22.key]
      }]
  }] AS row
UNION ALL
MATCH (n12:Trajectory)
WHERE (NOT (coalesce(n12.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n12)<-[r10:HOLDS_REGIE]-(n13:RegieHolder)
    WHERE ((r10.validFrom IS NULL OR r10.validFrom <= $p0)
      AND (r10.validTo IS NULL OR r10.validTo > $p0)
      AND (n13:Referrer)
      AND n13.key = $p1)
    RETURN 1
  }
  AND n12.key = $p4)
MATCH (n12)-[r9:FOR]->(n9:Youth)
WHERE (NOT (coalesce(n9.birthDate > $p0, false))
  AND EXISTS {
    MATCH (n9)<-[r7:FOR]-(n10:Trajectory)
    WHERE (NOT (coalesce(n10.signalledOn > $p0, false))
      AND EXISTS {
        MATCH (n10)<-[r8:HOLDS_REGIE]-(n11:RegieHolder)
        WHERE ((r8.validFrom IS NULL OR r8.validFrom <= $p0)
          AND (r8.validTo IS NULL OR r8.validTo > $p0)
          AND (n11:Referrer)
          AND n11.key = $p1)
        RETURN 1
      })
    RETURN 1
  })
WITH DISTINCT n9
ORDER BY n9.key ASC
WITH collect(n9) AS v4
UNWIND range(0, size(v4) - 1, 200) AS v5
RETURN 2 AS field, [COLLECT { UNWIND v4[v5..v5 + 200] AS n9 RETURN [n9.key] }] AS row
UNION ALL
MATCH (n15:Trajectory)
WHERE (NOT (coalesce(n15.signalledOn > $p5, false))
  AND NOT (coalesce(n15.signalledOn > $p0, false))
  AND EXISTS {
    MATCH (n15)<-[r12:HOLDS_REGIE]-(n16:RegieHolder)
    WHERE ((n16:Referrer) AND n16.key = $p1 AND NOT (coalesce(r12.validFrom > $p0, false)) AND true)
    RETURN 1
  }
  AND n15.key = $p7)
MATCH (n15)<-[r11:HOLDS_REGIE]-(n14:Referrer)
WHERE (((r11.validFrom IS NULL OR r11.validFrom <= $p5)
    AND (r11.validTo IS NULL OR r11.validTo > $p5))
  AND (EXISTS {
      MATCH (n15)<-[r13:HOLDS_REGIE]-(n17:RegieHolder)
      WHERE ((r13.validFrom IS NULL OR r13.validFrom <= $p0)
        AND (r13.validTo IS NULL OR r13.validTo > $p0)
        AND NOT (coalesce(n15.signalledOn > $p0, false))
        AND (n17:Referrer)
        AND n17.key = $p1)
      RETURN 1
    }
    OR n14.key = $p6))
WITH DISTINCT n14
ORDER BY n14.key ASC
WITH collect(n14) AS v6
UNWIND range(0, size(v6) - 1, 20) AS v7
RETURN 3 AS field,
  [COLLECT {
    UNWIND v6[v7..v7 + 20] AS n14
    RETURN [n14.key,
      COLLECT {
        MATCH (n14)-[r14:HOLDS_REGIE]->(n18:Trajectory)
        WHERE (((r14.validFrom IS NULL OR r14.validFrom <= $p5)
            AND (r14.validTo IS NULL OR r14.validTo > $p5))
          AND (EXISTS {
              MATCH (n18)<-[r16:HOLDS_REGIE]-(n20:RegieHolder)
              WHERE ((r16.validFrom IS NULL OR r16.validFrom <= $p0)
                AND (r16.validTo IS NULL OR r16.validTo > $p0)
                AND NOT (coalesce(n18.signalledOn > $p0, false))
                AND (n20:Referrer)
                AND n20.key = $p1)
              RETURN 1
            }
            OR n14.key = $p8)
          AND NOT (coalesce(n18.signalledOn > $p5, false))
          AND NOT (coalesce(n18.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n18)<-[r15:HOLDS_REGIE]-(n19:RegieHolder)
            WHERE ((n19:Referrer)
              AND n19.key = $p1
              AND NOT (coalesce(r15.validFrom > $p0, false))
              AND true)
            RETURN 1
          })
        WITH DISTINCT n18
        ORDER BY n18.key ASC
        RETURN [n18.key, COLLECT { MATCH (n18)-[r20:FOR]->(n24:Youth) RETURN [n24.key] }]
      },
      COLLECT {
        MATCH (n14)-[r11:HOLDS_REGIE]->(n15:Trajectory)
        WHERE (((r11.validFrom IS NULL OR r11.validFrom <= $p5)
            AND (r11.validTo IS NULL OR r11.validTo > $p5))
          AND (EXISTS {
              MATCH (n15)<-[r13:HOLDS_REGIE]-(n17:RegieHolder)
              WHERE ((r13.validFrom IS NULL OR r13.validFrom <= $p0)
                AND (r13.validTo IS NULL OR r13.validTo > $p0)
                AND NOT (coalesce(n15.signalledOn > $p0, false))
                AND (n17:Referrer)
                AND n17.key = $p1)
              RETURN 1
            }
            OR n14.key = $p6)
          AND NOT (coalesce(n15.signalledOn > $p5, false))
          AND NOT (coalesce(n15.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n15)<-[r12:HOLDS_REGIE]-(n16:RegieHolder)
            WHERE ((n16:Referrer)
              AND n16.key = $p1
              AND NOT (coalesce(r12.validFrom > $p0, false))
              AND true)
            RETURN 1
          }
          AND n15.key = $p7)
        MATCH (n15)-[r19:FOR]->(n23:Youth)
        WITH DISTINCT n23
        LIMIT $p9
        RETURN [n23.key]
      }]
  }] AS row
