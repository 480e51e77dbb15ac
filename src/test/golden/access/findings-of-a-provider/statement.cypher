CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Finding)
    WHERE (NOT (coalesce(n0.since > $p1, false))
      AND ((NOT (coalesce(n0.since > $p0, false)) AND n0.rule IN $p2)
        OR EXISTS {
          MATCH (n0)-[r0:FOUND_AT]->(n1:Trajectory)
          WHERE ((NOT (coalesce(n1.signalledOn > $p0, false))
              AND NOT (coalesce(n0.since > $p0, false)))
            AND (n0.rule IN $p4
              OR EXISTS {
                MATCH (n0)-[r3:FOUND_AT]->(n4:Delivery)
                WHERE (NOT (coalesce(n4.decidedOn > $p0, false))
                  AND n0.rule IN $p5
                  AND EXISTS {
                    MATCH (n4)<-[r4:DELIVERS]-(n5:Organisation)
                    WHERE ((n5:Provider)
                      AND n5.agb = $p3
                      AND NOT (coalesce(r4.validFrom > $p0, false))
                      AND true)
                    RETURN 1
                  })
                RETURN 1
              })
            AND EXISTS {
              MATCH (n1)<-[r1:PART_OF]-(n2:Delivery)
              WHERE (NOT (coalesce(n2.decidedOn > $p0, false))
                AND EXISTS {
                  MATCH (n2)<-[r2:DELIVERS]-(n3:Organisation)
                  WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p0)
                    AND (r2.validTo IS NULL OR r2.validTo > $p0)
                    AND (n3:Provider)
                    AND n3.agb = $p3)
                  RETURN 1
                })
              RETURN 1
            })
          RETURN 1
        }
        OR EXISTS {
          MATCH (n0)-[r5:FOUND_AT]->(n6:Delivery)
          WHERE (NOT (coalesce(n6.decidedOn > $p0, false))
            AND NOT (coalesce(n0.since > $p0, false))
            AND n0.rule IN $p6
            AND EXISTS {
              MATCH (n6)<-[r6:DELIVERS]-(n7:Organisation)
              WHERE ((n7:Provider)
                AND n7.agb = $p3
                AND NOT (coalesce(r6.validFrom > $p0, false))
                AND true)
              RETURN 1
            })
          RETURN 1
        })
      AND NOT (NOT (EXISTS {
        MATCH (n0)-[r7:FOUND_AT]->(n8:Delivery)
        WHERE ((NOT (coalesce(n8.decidedOn > $p1, false))
            AND NOT (coalesce(n8.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n8)-[r8:PART_OF]->(n9:Trajectory)
              WHERE (NOT (coalesce(n9.signalledOn > $p0, false))
                AND EXISTS {
                  MATCH (n9)<-[r9:PART_OF]-(n10:Delivery)
                  WHERE (NOT (coalesce(n10.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n10)<-[r10:DELIVERS]-(n11:Organisation)
                      WHERE ((n11:Provider)
                        AND n11.agb = $p3
                        AND NOT (coalesce(r10.validFrom > $p0, false))
                        AND true)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            })
          AND (EXISTS {
              MATCH (n8)<-[r11:DELIVERS]-(n12:Organisation)
              WHERE ((n12:Provider)
                AND n12.agb = $p3
                AND NOT (coalesce(r11.validFrom > $p0, false))
                AND true)
              RETURN 1
            }
            OR EXISTS {
              MATCH (n8)-[r12:PART_OF]->(n13:Trajectory)
              WHERE ((NOT (coalesce(n13.signalledOn > $p0, false)) AND n8.startedOn <= $p0)
                AND (n8.endedOn IS NULL OR n8.endedOn > $p0)
                AND EXISTS {
                  MATCH (n13)<-[r13:PART_OF]-(n14:Delivery)
                  WHERE (NOT (coalesce(n14.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n14)<-[r14:DELIVERS]-(n15:Organisation)
                      WHERE ((r14.validFrom IS NULL OR r14.validFrom <= $p0)
                        AND (r14.validTo IS NULL OR r14.validTo > $p0)
                        AND (n15:Provider)
                        AND n15.agb = $p3)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            }))
        RETURN 1
      }))
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p7
    RETURN [n0.rule,
      n0.since,
      head(COLLECT {
        MATCH (n0)-[r15:FOUND_AT]->(n16:Delivery)
        WHERE ((NOT (coalesce(n16.decidedOn > $p1, false))
            AND NOT (coalesce(n16.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n16)-[r16:PART_OF]->(n17:Trajectory)
              WHERE (NOT (coalesce(n17.signalledOn > $p0, false))
                AND EXISTS {
                  MATCH (n17)<-[r17:PART_OF]-(n18:Delivery)
                  WHERE (NOT (coalesce(n18.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n18)<-[r18:DELIVERS]-(n19:Organisation)
                      WHERE ((n19:Provider)
                        AND n19.agb = $p3
                        AND NOT (coalesce(r18.validFrom > $p0, false))
                        AND true)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            })
          AND (EXISTS {
              MATCH (n16)<-[r19:DELIVERS]-(n20:Organisation)
              WHERE ((n20:Provider)
                AND n20.agb = $p3
                AND NOT (coalesce(r19.validFrom > $p0, false))
                AND true)
              RETURN 1
            }
            OR EXISTS {
              MATCH (n16)-[r20:PART_OF]->(n21:Trajectory)
              WHERE ((NOT (coalesce(n21.signalledOn > $p0, false)) AND n16.startedOn <= $p0)
                AND (n16.endedOn IS NULL OR n16.endedOn > $p0)
                AND EXISTS {
                  MATCH (n21)<-[r21:PART_OF]-(n22:Delivery)
                  WHERE (NOT (coalesce(n22.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n22)<-[r22:DELIVERS]-(n23:Organisation)
                      WHERE ((r22.validFrom IS NULL OR r22.validFrom <= $p0)
                        AND (r22.validTo IS NULL OR r22.validTo > $p0)
                        AND (n23:Provider)
                        AND n23.agb = $p3)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            }))
        WITH r15, n16
        ORDER BY n16.key ASC
        LIMIT 1
        RETURN [n16.key,
          COLLECT {
            MATCH (n16)-[r30:PART_OF]->(n31:Trajectory)
            MATCH (n31)-[r31:FOR]->(n32:Youth)
            RETURN [n32.key]
          }]
      }),
      head(COLLECT {
        MATCH (n0)-[r23:FOUND_AT]->(n24:Trajectory)
        WHERE (NOT (coalesce(n24.signalledOn > $p1, false))
          AND NOT (coalesce(n24.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n24)<-[r24:PART_OF]-(n25:Delivery)
            WHERE (NOT (coalesce(n25.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n25)<-[r25:DELIVERS]-(n26:Organisation)
                WHERE ((r25.validFrom IS NULL OR r25.validFrom <= $p0)
                  AND (r25.validTo IS NULL OR r25.validTo > $p0)
                  AND (n26:Provider)
                  AND n26.agb = $p3)
                RETURN 1
              })
            RETURN 1
          })
        WITH r23, n24
        ORDER BY n24.key ASC
        LIMIT 1
        RETURN [n24.key]
      }),
      COLLECT {
        MATCH (n0)-[r26:FOUND_AT]->(n27:Trajectory)
        MATCH (n27)-[r27:FOR]->(n28:Youth)
        RETURN [n28.key]
      },
      COLLECT {
        MATCH (n0)-[r7:FOUND_AT]->(n8:Delivery)
        WHERE ((NOT (coalesce(n8.decidedOn > $p1, false))
            AND NOT (coalesce(n8.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n8)-[r8:PART_OF]->(n9:Trajectory)
              WHERE (NOT (coalesce(n9.signalledOn > $p0, false))
                AND EXISTS {
                  MATCH (n9)<-[r9:PART_OF]-(n10:Delivery)
                  WHERE (NOT (coalesce(n10.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n10)<-[r10:DELIVERS]-(n11:Organisation)
                      WHERE ((n11:Provider)
                        AND n11.agb = $p3
                        AND NOT (coalesce(r10.validFrom > $p0, false))
                        AND true)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            })
          AND (EXISTS {
              MATCH (n8)<-[r11:DELIVERS]-(n12:Organisation)
              WHERE ((n12:Provider)
                AND n12.agb = $p3
                AND NOT (coalesce(r11.validFrom > $p0, false))
                AND true)
              RETURN 1
            }
            OR EXISTS {
              MATCH (n8)-[r12:PART_OF]->(n13:Trajectory)
              WHERE ((NOT (coalesce(n13.signalledOn > $p0, false)) AND n8.startedOn <= $p0)
                AND (n8.endedOn IS NULL OR n8.endedOn > $p0)
                AND EXISTS {
                  MATCH (n13)<-[r13:PART_OF]-(n14:Delivery)
                  WHERE (NOT (coalesce(n14.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n14)<-[r14:DELIVERS]-(n15:Organisation)
                      WHERE ((r14.validFrom IS NULL OR r14.validFrom <= $p0)
                        AND (r14.validTo IS NULL OR r14.validTo > $p0)
                        AND (n15:Provider)
                        AND n15.agb = $p3)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            }))
        MATCH (n8)-[r28:PART_OF]->(n29:Trajectory)
        MATCH (n29)-[r29:FOR]->(n30:Youth)
        WITH DISTINCT n30
        LIMIT $p8
        RETURN [n30.key]
      }]
  }] AS row
