CYPHER 5
MATCH (n0:Referrer)
WHERE (n0.key = $p2 AND (n0:Referrer))
WITH n0
ORDER BY n0.agb ASC,
  n0.key ASC,
  n0.code ASC,
  head([label IN labels(n0)
    WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Municipality']]) ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 20) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 20] AS n0
    RETURN [COLLECT {
        MATCH (n0)-[r0:HOLDS_REGIE]->(n1:Trajectory)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1)
          AND NOT (coalesce(n1.signalledOn > $p1, false))
          AND NOT (coalesce(n1.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n1)<-[r1:HOLDS_REGIE]-(n2:RegieHolder)
            WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p0)
              AND (r1.validTo IS NULL OR r1.validTo > $p0)
              AND (n2:Referrer)
              AND n2.key = $p3)
            RETURN 1
          })
        WITH DISTINCT n1
        ORDER BY n1.key ASC
        RETURN [n1.key, COLLECT { MATCH (n1)-[r2:FOR]->(n3:Youth) RETURN [n3.key] }]
      },
      COLLECT {
        MATCH (n0)-[r3:HOLDS_REGIE]->(n4:Trajectory)
        WHERE (((r3.validFrom IS NULL OR r3.validFrom <= $p1)
            AND (r3.validTo IS NULL OR r3.validTo > $p1))
          AND (EXISTS {
              MATCH (n4)<-[r5:HOLDS_REGIE]-(n6:RegieHolder)
              WHERE ((r5.validFrom IS NULL OR r5.validFrom <= $p0)
                AND (r5.validTo IS NULL OR r5.validTo > $p0)
                AND NOT (coalesce(n4.signalledOn > $p0, false))
                AND (n6:Referrer)
                AND n6.key = $p5)
              RETURN 1
            }
            OR n0.key = $p6)
          AND NOT (coalesce(n4.signalledOn > $p1, false))
          AND NOT (coalesce(n4.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n4)<-[r4:HOLDS_REGIE]-(n5:RegieHolder)
            WHERE ((n5:Referrer)
              AND n5.key = $p4
              AND NOT (coalesce(r4.validFrom > $p0, false))
              AND true)
            RETURN 1
          })
        WITH DISTINCT n4
        ORDER BY n4.key ASC
        RETURN [n4.key, COLLECT { MATCH (n4)-[r6:FOR]->(n7:Youth) RETURN [n7.key] }]
      },
      labels(n0)]
  }] AS row
UNION ALL
MATCH (n8:Trajectory)
WHERE (((((((((n8.key = $p17
                  AND (NOT ((n8:Delivery))
                    OR EXISTS {
                      MATCH (n8)-[r7:PART_OF]->(n9:Trajectory)
                      WHERE (NOT (coalesce(n9.signalledOn > $p0, false))
                        AND NOT (coalesce(n8.decidedOn > $p7, false))
                        AND NOT (coalesce(n8.decidedOn > $p0, false))
                        AND EXISTS {
                          MATCH (n9)<-[r8:HOLDS_REGIE]-(n10:RegieHolder)
                          WHERE ((r8.validFrom IS NULL OR r8.validFrom <= $p0)
                            AND (r8.validTo IS NULL OR r8.validTo > $p0)
                            AND (n10:Referrer)
                            AND n10.key = $p8)
                          RETURN 1
                        })
                      RETURN 1
                    }))
                AND (NOT ((n8:Family))
                  OR EXISTS {
                    MATCH (n8)<-[r9:MEMBER_OF]-(n11:Youth)
                    WHERE ((r9.validFrom IS NULL OR r9.validFrom <= $p0)
                      AND (r9.validTo IS NULL OR r9.validTo > $p0)
                      AND NOT (coalesce(n11.birthDate > $p0, false))
                      AND EXISTS {
                        MATCH (n11)<-[r10:FOR]-(n12:Trajectory)
                        WHERE (NOT (coalesce(n12.signalledOn > $p0, false))
                          AND EXISTS {
                            MATCH (n12)<-[r11:HOLDS_REGIE]-(n13:RegieHolder)
                            WHERE ((r11.validFrom IS NULL OR r11.validFrom <= $p0)
                              AND (r11.validTo IS NULL OR r11.validTo > $p0)
                              AND (n13:Referrer)
                              AND n13.key = $p9)
                            RETURN 1
                          })
                        RETURN 1
                      })
                    RETURN 1
                  }))
              AND (NOT ((n8:Youth))
                OR EXISTS {
                  MATCH (n8)<-[r12:FOR]-(n14:Trajectory)
                  WHERE (NOT (coalesce(n14.signalledOn > $p0, false))
                    AND NOT (coalesce(n8.birthDate > $p7, false))
                    AND NOT (coalesce(n8.birthDate > $p0, false))
                    AND EXISTS {
                      MATCH (n14)<-[r13:HOLDS_REGIE]-(n15:RegieHolder)
                      WHERE ((r13.validFrom IS NULL OR r13.validFrom <= $p0)
                        AND (r13.validTo IS NULL OR r13.validTo > $p0)
                        AND (n15:Referrer)
                        AND n15.key = $p10)
                      RETURN 1
                    })
                  RETURN 1
                }))
            AND (NOT ((n8:Measure))
              OR EXISTS {
                MATCH (n8)-[r14:CONCERNS]->(n16:Youth)
                WHERE (NOT (coalesce(n16.birthDate > $p0, false))
                  AND NOT (coalesce(n8.startedOn > $p7, false))
                  AND NOT (coalesce(n8.startedOn > $p0, false))
                  AND EXISTS {
                    MATCH (n16)<-[r15:FOR]-(n17:Trajectory)
                    WHERE (NOT (coalesce(n17.signalledOn > $p0, false))
                      AND EXISTS {
                        MATCH (n17)<-[r16:HOLDS_REGIE]-(n18:RegieHolder)
                        WHERE ((r16.validFrom IS NULL OR r16.validFrom <= $p0)
                          AND (r16.validTo IS NULL OR r16.validTo > $p0)
                          AND (n18:Referrer)
                          AND n18.key = $p11)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))
          AND (NOT ((n8:Trajectory))
            OR EXISTS {
              MATCH (n8)<-[r17:HOLDS_REGIE]-(n19:RegieHolder)
              WHERE (NOT (coalesce(n8.signalledOn > $p7, false))
                AND NOT (coalesce(n8.signalledOn > $p0, false))
                AND (n19:Referrer)
                AND n19.key = $p12
                AND NOT (coalesce(r17.validFrom > $p0, false))
                AND true)
              RETURN 1
            }))
        AND (NOT ((n8:Analysis))
          OR EXISTS {
            MATCH (n8)-[r18:PART_OF]->(n20:Trajectory)
            WHERE (NOT (coalesce(n20.signalledOn > $p0, false))
              AND EXISTS {
                MATCH (n20)<-[r19:HOLDS_REGIE]-(n21:RegieHolder)
                WHERE ((r19.validFrom IS NULL OR r19.validFrom <= $p0)
                  AND (r19.validTo IS NULL OR r19.validTo > $p0)
                  AND (n21:Referrer)
                  AND n21.key = $p13)
                RETURN 1
              })
            RETURN 1
          }))
      AND (NOT ((n8:Plan))
        OR EXISTS {
          MATCH (n8)-[r20:PART_OF]->(n22:Trajectory)
          WHERE (NOT (coalesce(n22.signalledOn > $p0, false))
            AND EXISTS {
              MATCH (n22)<-[r21:HOLDS_REGIE]-(n23:RegieHolder)
              WHERE ((r21.validFrom IS NULL OR r21.validFrom <= $p0)
                AND (r21.validTo IS NULL OR r21.validTo > $p0)
                AND (n23:Referrer)
                AND n23.key = $p14)
              RETURN 1
            })
          RETURN 1
        }))
    AND (NOT ((n8:Meeting))
      OR EXISTS {
        MATCH (n8)-[r22:PART_OF]->(n24:Trajectory)
        WHERE (NOT (coalesce(n24.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n24)<-[r23:HOLDS_REGIE]-(n25:RegieHolder)
            WHERE ((r23.validFrom IS NULL OR r23.validFrom <= $p0)
              AND (r23.validTo IS NULL OR r23.validTo > $p0)
              AND (n25:Referrer)
              AND n25.key = $p15)
            RETURN 1
          })
        RETURN 1
      }))
  AND (NOT ((n8:BigFiveStatus))
    OR EXISTS {
      MATCH (n8)-[r24:PART_OF]->(n26:Trajectory)
      WHERE (NOT (coalesce(n26.signalledOn > $p0, false))
        AND EXISTS {
          MATCH (n26)<-[r25:HOLDS_REGIE]-(n27:RegieHolder)
          WHERE ((r25.validFrom IS NULL OR r25.validFrom <= $p0)
            AND (r25.validTo IS NULL OR r25.validTo > $p0)
            AND (n27:Referrer)
            AND n27.key = $p16)
          RETURN 1
        })
      RETURN 1
    })
  AND (n8:Trajectory))
WITH n8
ORDER BY n8.key ASC,
  n8.agb ASC,
  n8.code ASC,
  head([label IN labels(n8)
    WHERE label IN ['Segment', 'Cluster', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator',
      'Provision', 'Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
      'Agreement', 'Clause', 'Family', 'Youth', 'Measure', 'Region', 'Municipality', 'Source',
      'Trajectory', 'Analysis', 'Plan', 'Meeting', 'Criterion', 'BigFiveStatus']]) ASC
WITH collect(n8) AS v2
UNWIND range(0, size(v2) - 1, 20) AS v3
RETURN 1 AS field,
  [COLLECT {
    UNWIND v2[v3..v3 + 20] AS n8
    RETURN [COLLECT {
        MATCH (n8)-[r26:STATED_IN]->(n28:Source)
        WITH DISTINCT n28
        ORDER BY n28.key ASC
        RETURN [n28.key]
      },
      COLLECT {
        MATCH (n8)-[r27:PART_OF]->(n29:Trajectory)
        MATCH (n29)-[r28:FOR]->(n30:Youth)
        RETURN [n30.key]
      },
      COLLECT {
        MATCH (n8)-[r29:STATED_IN]->(n31:Source)
        WITH DISTINCT n31
        ORDER BY n31.key ASC
        RETURN [n31.key]
      },
      COLLECT {
        MATCH (n8)<-[r30:MEMBER_OF]-(n32:Youth)
        WHERE ((r30.validFrom IS NULL OR r30.validFrom <= $p7)
          AND (r30.validTo IS NULL OR r30.validTo > $p7))
        RETURN [n32.key]
      },
      n8.key,
      COLLECT { MATCH (n8)-[r31:CONCERNS]->(n33:Youth) RETURN [n33.key] },
      COLLECT {
        MATCH (n8)-[r32:STATED_IN]->(n34:Source)
        WHERE (NOT (coalesce(n8.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n8)<-[r33:HOLDS_REGIE]-(n35:RegieHolder)
            WHERE ((r33.validFrom IS NULL OR r33.validFrom <= $p0)
              AND (r33.validTo IS NULL OR r33.validTo > $p0)
              AND (n35:Referrer)
              AND n35.key = $p18)
            RETURN 1
          })
        WITH DISTINCT n34
        ORDER BY n34.key ASC
        RETURN [n34.key]
      },
      COLLECT { MATCH (n8)-[r34:FOR]->(n36:Youth) RETURN [n36.key] },
      COLLECT {
        MATCH (n8)-[r35:PART_OF]->(n37:Trajectory)
        MATCH (n37)-[r36:FOR]->(n38:Youth)
        RETURN [n38.key]
      },
      COLLECT {
        MATCH (n8)-[r37:PART_OF]->(n39:Trajectory)
        MATCH (n39)-[r38:FOR]->(n40:Youth)
        RETURN [n40.key]
      },
      COLLECT {
        MATCH (n8)-[r39:PART_OF]->(n41:Trajectory)
        MATCH (n41)-[r40:FOR]->(n42:Youth)
        RETURN [n42.key]
      },
      COLLECT {
        MATCH (n8)-[r41:PART_OF]->(n43:Trajectory)
        MATCH (n43)-[r42:FOR]->(n44:Youth)
        RETURN [n44.key]
      },
      labels(n8)]
  }] AS row
