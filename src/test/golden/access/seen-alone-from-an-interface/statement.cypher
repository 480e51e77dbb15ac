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
        RETURN [n1.key, COLLECT { MATCH (n1)-[r28:FOR]->(n30:Youth) RETURN [n30.key] }]
      },
      COLLECT {
        MATCH (n0)-[r2:HOLDS_REGIE]->(n3:Trajectory)
        WHERE (((r2.validFrom IS NULL OR r2.validFrom <= $p1)
            AND (r2.validTo IS NULL OR r2.validTo > $p1))
          AND (EXISTS {
              MATCH (n3)<-[r4:HOLDS_REGIE]-(n5:RegieHolder)
              WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p0)
                AND (r4.validTo IS NULL OR r4.validTo > $p0)
                AND NOT (coalesce(n3.signalledOn > $p0, false))
                AND (n5:Referrer)
                AND n5.key = $p3)
              RETURN 1
            }
            OR n0.key = $p4)
          AND NOT (coalesce(n3.signalledOn > $p1, false))
          AND NOT (coalesce(n3.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n3)<-[r3:HOLDS_REGIE]-(n4:RegieHolder)
            WHERE ((n4:Referrer)
              AND n4.key = $p3
              AND NOT (coalesce(r3.validFrom > $p0, false))
              AND true)
            RETURN 1
          })
        WITH DISTINCT n3
        ORDER BY n3.key ASC
        RETURN [n3.key, COLLECT { MATCH (n3)-[r29:FOR]->(n31:Youth) RETURN [n31.key] }]
      },
      labels(n0)]
  }] AS row
UNION ALL
MATCH (n6:Trajectory)
WHERE (((((((((n6.key = $p6
                  AND (NOT ((n6:Delivery))
                    OR EXISTS {
                      MATCH (n6)-[r5:PART_OF]->(n7:Trajectory)
                      WHERE (NOT (coalesce(n7.signalledOn > $p0, false))
                        AND NOT (coalesce(n6.decidedOn > $p5, false))
                        AND NOT (coalesce(n6.decidedOn > $p0, false))
                        AND EXISTS {
                          MATCH (n7)<-[r6:HOLDS_REGIE]-(n8:RegieHolder)
                          WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p0)
                            AND (r6.validTo IS NULL OR r6.validTo > $p0)
                            AND (n8:Referrer)
                            AND n8.key = $p3)
                          RETURN 1
                        })
                      RETURN 1
                    }))
                AND (NOT ((n6:Family))
                  OR EXISTS {
                    MATCH (n6)<-[r7:MEMBER_OF]-(n9:Youth)
                    WHERE ((r7.validFrom IS NULL OR r7.validFrom <= $p0)
                      AND (r7.validTo IS NULL OR r7.validTo > $p0)
                      AND NOT (coalesce(n9.birthDate > $p0, false))
                      AND EXISTS {
                        MATCH (n9)<-[r8:FOR]-(n10:Trajectory)
                        WHERE (NOT (coalesce(n10.signalledOn > $p0, false))
                          AND EXISTS {
                            MATCH (n10)<-[r9:HOLDS_REGIE]-(n11:RegieHolder)
                            WHERE ((r9.validFrom IS NULL OR r9.validFrom <= $p0)
                              AND (r9.validTo IS NULL OR r9.validTo > $p0)
                              AND (n11:Referrer)
                              AND n11.key = $p3)
                            RETURN 1
                          })
                        RETURN 1
                      })
                    RETURN 1
                  }))
              AND (NOT ((n6:Youth))
                OR EXISTS {
                  MATCH (n6)<-[r10:FOR]-(n12:Trajectory)
                  WHERE (NOT (coalesce(n12.signalledOn > $p0, false))
                    AND NOT (coalesce(n6.birthDate > $p5, false))
                    AND NOT (coalesce(n6.birthDate > $p0, false))
                    AND EXISTS {
                      MATCH (n12)<-[r11:HOLDS_REGIE]-(n13:RegieHolder)
                      WHERE ((r11.validFrom IS NULL OR r11.validFrom <= $p0)
                        AND (r11.validTo IS NULL OR r11.validTo > $p0)
                        AND (n13:Referrer)
                        AND n13.key = $p3)
                      RETURN 1
                    })
                  RETURN 1
                }))
            AND (NOT ((n6:Measure))
              OR EXISTS {
                MATCH (n6)-[r12:CONCERNS]->(n14:Youth)
                WHERE (NOT (coalesce(n14.birthDate > $p0, false))
                  AND NOT (coalesce(n6.startedOn > $p5, false))
                  AND NOT (coalesce(n6.startedOn > $p0, false))
                  AND EXISTS {
                    MATCH (n14)<-[r13:FOR]-(n15:Trajectory)
                    WHERE (NOT (coalesce(n15.signalledOn > $p0, false))
                      AND EXISTS {
                        MATCH (n15)<-[r14:HOLDS_REGIE]-(n16:RegieHolder)
                        WHERE ((r14.validFrom IS NULL OR r14.validFrom <= $p0)
                          AND (r14.validTo IS NULL OR r14.validTo > $p0)
                          AND (n16:Referrer)
                          AND n16.key = $p3)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))
          AND (NOT ((n6:Trajectory))
            OR EXISTS {
              MATCH (n6)<-[r15:HOLDS_REGIE]-(n17:RegieHolder)
              WHERE (NOT (coalesce(n6.signalledOn > $p5, false))
                AND NOT (coalesce(n6.signalledOn > $p0, false))
                AND (n17:Referrer)
                AND n17.key = $p3
                AND NOT (coalesce(r15.validFrom > $p0, false))
                AND true)
              RETURN 1
            }))
        AND (NOT ((n6:Analysis))
          OR EXISTS {
            MATCH (n6)-[r16:PART_OF]->(n18:Trajectory)
            WHERE (NOT (coalesce(n18.signalledOn > $p0, false))
              AND EXISTS {
                MATCH (n18)<-[r17:HOLDS_REGIE]-(n19:RegieHolder)
                WHERE ((r17.validFrom IS NULL OR r17.validFrom <= $p0)
                  AND (r17.validTo IS NULL OR r17.validTo > $p0)
                  AND (n19:Referrer)
                  AND n19.key = $p3)
                RETURN 1
              })
            RETURN 1
          }))
      AND (NOT ((n6:Plan))
        OR EXISTS {
          MATCH (n6)-[r18:PART_OF]->(n20:Trajectory)
          WHERE (NOT (coalesce(n20.signalledOn > $p0, false))
            AND EXISTS {
              MATCH (n20)<-[r19:HOLDS_REGIE]-(n21:RegieHolder)
              WHERE ((r19.validFrom IS NULL OR r19.validFrom <= $p0)
                AND (r19.validTo IS NULL OR r19.validTo > $p0)
                AND (n21:Referrer)
                AND n21.key = $p3)
              RETURN 1
            })
          RETURN 1
        }))
    AND (NOT ((n6:Meeting))
      OR EXISTS {
        MATCH (n6)-[r20:PART_OF]->(n22:Trajectory)
        WHERE (NOT (coalesce(n22.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n22)<-[r21:HOLDS_REGIE]-(n23:RegieHolder)
            WHERE ((r21.validFrom IS NULL OR r21.validFrom <= $p0)
              AND (r21.validTo IS NULL OR r21.validTo > $p0)
              AND (n23:Referrer)
              AND n23.key = $p3)
            RETURN 1
          })
        RETURN 1
      }))
  AND (NOT ((n6:BigFiveStatus))
    OR EXISTS {
      MATCH (n6)-[r22:PART_OF]->(n24:Trajectory)
      WHERE (NOT (coalesce(n24.signalledOn > $p0, false))
        AND EXISTS {
          MATCH (n24)<-[r23:HOLDS_REGIE]-(n25:RegieHolder)
          WHERE ((r23.validFrom IS NULL OR r23.validFrom <= $p0)
            AND (r23.validTo IS NULL OR r23.validTo > $p0)
            AND (n25:Referrer)
            AND n25.key = $p3)
          RETURN 1
        })
      RETURN 1
    })
  AND (n6:Trajectory))
WITH n6
ORDER BY n6.key ASC,
  n6.agb ASC,
  n6.code ASC,
  head([label IN labels(n6)
    WHERE label IN ['Segment', 'Cluster', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator',
      'Provision', 'Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
      'Agreement', 'Clause', 'Family', 'Youth', 'Measure', 'Region', 'Municipality', 'Source',
      'Trajectory', 'Analysis', 'Plan', 'Meeting', 'Criterion', 'BigFiveStatus']]) ASC
WITH collect(n6) AS v2
UNWIND range(0, size(v2) - 1, 20) AS v3
RETURN 1 AS field,
  [COLLECT {
    UNWIND v2[v3..v3 + 20] AS n6
    RETURN [COLLECT {
        MATCH (n6)-[r24:STATED_IN]->(n26:Source)
        WITH DISTINCT n26
        ORDER BY n26.key ASC
        RETURN [n26.key]
      },
      COLLECT {
        MATCH (n6)-[r25:STATED_IN]->(n27:Source)
        WITH DISTINCT n27
        ORDER BY n27.key ASC
        RETURN [n27.key]
      },
      COLLECT {
        MATCH (n6)-[r26:STATED_IN]->(n28:Source)
        WHERE (NOT (coalesce(n6.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n6)<-[r27:HOLDS_REGIE]-(n29:RegieHolder)
            WHERE ((r27.validFrom IS NULL OR r27.validFrom <= $p0)
              AND (r27.validTo IS NULL OR r27.validTo > $p0)
              AND (n29:Referrer)
              AND n29.key = $p3)
            RETURN 1
          })
        WITH DISTINCT n28
        ORDER BY n28.key ASC
        RETURN [n28.key]
      },
      labels(n6),
      COLLECT {
        MATCH (n6)-[r30:PART_OF]->(n32:Trajectory)
        WHERE (n6:Delivery)
        MATCH (n32)-[r31:FOR]->(n33:Youth)
        RETURN [n33.key]
      },
      COLLECT { MATCH (n6)<-[r32:MEMBER_OF]-(n34:Youth) WHERE (n6:Family) RETURN [n34.key] },
      CASE WHEN (n6:Youth) THEN n6.key END,
      COLLECT { MATCH (n6)-[r33:CONCERNS]->(n35:Youth) WHERE (n6:Measure) RETURN [n35.key] },
      COLLECT { MATCH (n6)-[r34:FOR]->(n36:Youth) WHERE (n6:Trajectory) RETURN [n36.key] },
      COLLECT {
        MATCH (n6)-[r35:PART_OF]->(n37:Trajectory)
        WHERE (n6:Analysis)
        MATCH (n37)-[r36:FOR]->(n38:Youth)
        RETURN [n38.key]
      },
      COLLECT {
        MATCH (n6)-[r37:PART_OF]->(n39:Trajectory)
        WHERE (n6:Plan)
        MATCH (n39)-[r38:FOR]->(n40:Youth)
        RETURN [n40.key]
      },
      COLLECT {
        MATCH (n6)-[r39:PART_OF]->(n41:Trajectory)
        WHERE (n6:Meeting)
        MATCH (n41)-[r40:FOR]->(n42:Youth)
        RETURN [n42.key]
      },
      COLLECT {
        MATCH (n6)-[r41:PART_OF]->(n43:Trajectory)
        WHERE (n6:BigFiveStatus)
        MATCH (n43)-[r42:FOR]->(n44:Youth)
        RETURN [n44.key]
      }]
  }] AS row
