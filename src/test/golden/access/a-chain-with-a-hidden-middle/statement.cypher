CYPHER 5
MATCH (n3:Provider)
WHERE n3.agb = $p1
MATCH (n3)-[r2:DELIVERS]->(n2:Delivery)
WHERE NOT (coalesce(n2.decidedOn > $p0, false))
MATCH (n2)-[r1:PART_OF]->(n1:Trajectory)
WHERE NOT (coalesce(n1.signalledOn > $p0, false))
MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
WHERE (NOT (coalesce(n0.decidedOn > $p0, false))
  AND (EXISTS {
      MATCH (n0)<-[r3:DELIVERS]-(n3)
      WHERE (NOT (coalesce(r3.validFrom > $p0, false)) AND true)
      RETURN 1
    }
    OR EXISTS {
      MATCH (n0)-[r4:PART_OF]->(n5:Trajectory)
      WHERE ((NOT (coalesce(n5.signalledOn > $p0, false)) AND n0.startedOn <= $p0)
        AND (n0.endedOn IS NULL OR n0.endedOn > $p0)
        AND EXISTS {
          MATCH (n5)<-[r5:PART_OF]-(n6:Delivery)
          WHERE (NOT (coalesce(n6.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n6)<-[r6:DELIVERS]-(n3)
              WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p0)
                AND (r6.validTo IS NULL OR r6.validTo > $p0))
              RETURN 1
            })
          RETURN 1
        })
      RETURN 1
    })
  AND (n3:Provider)
  AND NOT (coalesce(r2.validFrom > $p0, false))
  AND true
  AND n0.key IN $p2)
WITH DISTINCT n0
ORDER BY n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 20) AS v1
RETURN 0 AS field,
  [COLLECT {
    UNWIND v0[v1..v1 + 20] AS n0
    RETURN [n0.key,
      COLLECT {
        MATCH (n0) ((n8)-[r7:CONTINUES]->(n9:Delivery)
          WHERE ((NOT (coalesce(n9.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n9)-[r8:PART_OF]->(n10:Trajectory)
                WHERE (NOT (coalesce(n10.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n10)<-[r9:PART_OF]-(n11:Delivery)
                    WHERE (NOT (coalesce(n11.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n11)<-[r10:DELIVERS]-(n12:Organisation)
                        WHERE ((n12:Provider)
                          AND n12.agb = $p1
                          AND NOT (coalesce(r10.validFrom > $p0, false))
                          AND true)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              })
            AND (EXISTS {
                MATCH (n9)<-[r11:DELIVERS]-(n13:Organisation)
                WHERE ((n13:Provider)
                  AND n13.agb = $p1
                  AND NOT (coalesce(r11.validFrom > $p0, false))
                  AND true)
                RETURN 1
              }
              OR EXISTS {
                MATCH (n9)-[r12:PART_OF]->(n14:Trajectory)
                WHERE ((NOT (coalesce(n14.signalledOn > $p0, false)) AND n9.startedOn <= $p0)
                  AND (n9.endedOn IS NULL OR n9.endedOn > $p0)
                  AND EXISTS {
                    MATCH (n14)<-[r13:PART_OF]-(n15:Delivery)
                    WHERE (NOT (coalesce(n15.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n15)<-[r14:DELIVERS]-(n16:Organisation)
                        WHERE ((r14.validFrom IS NULL OR r14.validFrom <= $p0)
                          AND (r14.validTo IS NULL OR r14.validTo > $p0)
                          AND (n16:Provider)
                          AND n16.agb = $p1)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))){1,20} (n17)
        WITH DISTINCT n17
        ORDER BY n17.key ASC
        RETURN [n17.key]
      },
      COLLECT {
        MATCH (n0) ((n18)<-[r15:CONTINUES]-(n19:Delivery)
          WHERE ((NOT (coalesce(n19.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n19)-[r16:PART_OF]->(n20:Trajectory)
                WHERE (NOT (coalesce(n20.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n20)<-[r17:PART_OF]-(n21:Delivery)
                    WHERE (NOT (coalesce(n21.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n21)<-[r18:DELIVERS]-(n22:Organisation)
                        WHERE ((n22:Provider)
                          AND n22.agb = $p1
                          AND NOT (coalesce(r18.validFrom > $p0, false))
                          AND true)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              })
            AND (EXISTS {
                MATCH (n19)<-[r19:DELIVERS]-(n23:Organisation)
                WHERE ((n23:Provider)
                  AND n23.agb = $p1
                  AND NOT (coalesce(r19.validFrom > $p0, false))
                  AND true)
                RETURN 1
              }
              OR EXISTS {
                MATCH (n19)-[r20:PART_OF]->(n24:Trajectory)
                WHERE ((NOT (coalesce(n24.signalledOn > $p0, false)) AND n19.startedOn <= $p0)
                  AND (n19.endedOn IS NULL OR n19.endedOn > $p0)
                  AND EXISTS {
                    MATCH (n24)<-[r21:PART_OF]-(n25:Delivery)
                    WHERE (NOT (coalesce(n25.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n25)<-[r22:DELIVERS]-(n26:Organisation)
                        WHERE ((r22.validFrom IS NULL OR r22.validFrom <= $p0)
                          AND (r22.validTo IS NULL OR r22.validTo > $p0)
                          AND (n26:Provider)
                          AND n26.agb = $p1)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))){1,20} (n27)
        WITH DISTINCT n27
        ORDER BY n27.key ASC
        RETURN [n27.key]
      },
      head(COLLECT {
        MATCH (n0)-[r23:CONTINUES]->(n28:Delivery)
        WHERE ((NOT (coalesce(n28.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n28)-[r24:PART_OF]->(n29:Trajectory)
              WHERE (NOT (coalesce(n29.signalledOn > $p0, false))
                AND EXISTS {
                  MATCH (n29)<-[r25:PART_OF]-(n30:Delivery)
                  WHERE (NOT (coalesce(n30.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n30)<-[r26:DELIVERS]-(n31:Organisation)
                      WHERE ((n31:Provider)
                        AND n31.agb = $p1
                        AND NOT (coalesce(r26.validFrom > $p0, false))
                        AND true)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            })
          AND (EXISTS {
              MATCH (n28)<-[r27:DELIVERS]-(n32:Organisation)
              WHERE ((n32:Provider)
                AND n32.agb = $p1
                AND NOT (coalesce(r27.validFrom > $p0, false))
                AND true)
              RETURN 1
            }
            OR EXISTS {
              MATCH (n28)-[r28:PART_OF]->(n33:Trajectory)
              WHERE ((NOT (coalesce(n33.signalledOn > $p0, false)) AND n28.startedOn <= $p0)
                AND (n28.endedOn IS NULL OR n28.endedOn > $p0)
                AND EXISTS {
                  MATCH (n33)<-[r29:PART_OF]-(n34:Delivery)
                  WHERE (NOT (coalesce(n34.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n34)<-[r30:DELIVERS]-(n35:Organisation)
                      WHERE ((r30.validFrom IS NULL OR r30.validFrom <= $p0)
                        AND (r30.validTo IS NULL OR r30.validTo > $p0)
                        AND (n35:Provider)
                        AND n35.agb = $p1)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            }))
        WITH r23, n28
        ORDER BY n28.key ASC
        LIMIT 1
        RETURN [n28.key,
          COLLECT {
            MATCH (n28)-[r52:PART_OF]->(n60:Trajectory)
            MATCH (n60)-[r53:FOR]->(n61:Youth)
            RETURN [n61.key]
          }]
      }),
      COLLECT {
        MATCH (n0)-[r46:PART_OF]->(n54:Trajectory)
        MATCH (n54)-[r47:FOR]->(n55:Youth)
        RETURN [n55.key]
      },
      COLLECT {
        MATCH (n0) ((n8)-[r7:CONTINUES]->(n9:Delivery)
          WHERE ((NOT (coalesce(n9.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n9)-[r8:PART_OF]->(n10:Trajectory)
                WHERE (NOT (coalesce(n10.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n10)<-[r9:PART_OF]-(n11:Delivery)
                    WHERE (NOT (coalesce(n11.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n11)<-[r10:DELIVERS]-(n12:Organisation)
                        WHERE ((n12:Provider)
                          AND n12.agb = $p1
                          AND NOT (coalesce(r10.validFrom > $p0, false))
                          AND true)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              })
            AND (EXISTS {
                MATCH (n9)<-[r11:DELIVERS]-(n13:Organisation)
                WHERE ((n13:Provider)
                  AND n13.agb = $p1
                  AND NOT (coalesce(r11.validFrom > $p0, false))
                  AND true)
                RETURN 1
              }
              OR EXISTS {
                MATCH (n9)-[r12:PART_OF]->(n14:Trajectory)
                WHERE ((NOT (coalesce(n14.signalledOn > $p0, false)) AND n9.startedOn <= $p0)
                  AND (n9.endedOn IS NULL OR n9.endedOn > $p0)
                  AND EXISTS {
                    MATCH (n14)<-[r13:PART_OF]-(n15:Delivery)
                    WHERE (NOT (coalesce(n15.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n15)<-[r14:DELIVERS]-(n16:Organisation)
                        WHERE ((r14.validFrom IS NULL OR r14.validFrom <= $p0)
                          AND (r14.validTo IS NULL OR r14.validTo > $p0)
                          AND (n16:Provider)
                          AND n16.agb = $p1)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))){1,20} (n17)
        MATCH (n17)-[r48:PART_OF]->(n56:Trajectory)
        MATCH (n56)-[r49:FOR]->(n57:Youth)
        WITH DISTINCT n57
        RETURN [n57.key]
      },
      COLLECT {
        MATCH (n0) ((n18)<-[r15:CONTINUES]-(n19:Delivery)
          WHERE ((NOT (coalesce(n19.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n19)-[r16:PART_OF]->(n20:Trajectory)
                WHERE (NOT (coalesce(n20.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n20)<-[r17:PART_OF]-(n21:Delivery)
                    WHERE (NOT (coalesce(n21.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n21)<-[r18:DELIVERS]-(n22:Organisation)
                        WHERE ((n22:Provider)
                          AND n22.agb = $p1
                          AND NOT (coalesce(r18.validFrom > $p0, false))
                          AND true)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              })
            AND (EXISTS {
                MATCH (n19)<-[r19:DELIVERS]-(n23:Organisation)
                WHERE ((n23:Provider)
                  AND n23.agb = $p1
                  AND NOT (coalesce(r19.validFrom > $p0, false))
                  AND true)
                RETURN 1
              }
              OR EXISTS {
                MATCH (n19)-[r20:PART_OF]->(n24:Trajectory)
                WHERE ((NOT (coalesce(n24.signalledOn > $p0, false)) AND n19.startedOn <= $p0)
                  AND (n19.endedOn IS NULL OR n19.endedOn > $p0)
                  AND EXISTS {
                    MATCH (n24)<-[r21:PART_OF]-(n25:Delivery)
                    WHERE (NOT (coalesce(n25.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n25)<-[r22:DELIVERS]-(n26:Organisation)
                        WHERE ((r22.validFrom IS NULL OR r22.validFrom <= $p0)
                          AND (r22.validTo IS NULL OR r22.validTo > $p0)
                          AND (n26:Provider)
                          AND n26.agb = $p1)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))){1,20} (n27)
        MATCH (n27)-[r50:PART_OF]->(n58:Trajectory)
        MATCH (n58)-[r51:FOR]->(n59:Youth)
        WITH DISTINCT n59
        RETURN [n59.key]
      }]
  }] AS row
UNION ALL
RETURN 1 AS field,
  [COLLECT {
    MATCH (n39:Provider)
    WHERE n39.agb = $p1
    MATCH (n39)-[r33:DELIVERS]->(n38:Delivery)
    WHERE NOT (coalesce(n38.decidedOn > $p0, false))
    MATCH (n38)-[r32:PART_OF]->(n37:Trajectory)
    WHERE NOT (coalesce(n37.signalledOn > $p0, false))
    MATCH (n37)<-[r31:PART_OF]-(n36:Delivery)
    WHERE (NOT (coalesce(n36.decidedOn > $p0, false))
      AND (EXISTS {
          MATCH (n36)<-[r34:DELIVERS]-(n39)
          WHERE (NOT (coalesce(r34.validFrom > $p0, false)) AND true)
          RETURN 1
        }
        OR EXISTS {
          MATCH (n36)-[r35:PART_OF]->(n41:Trajectory)
          WHERE ((NOT (coalesce(n41.signalledOn > $p0, false)) AND n36.startedOn <= $p0)
            AND (n36.endedOn IS NULL OR n36.endedOn > $p0)
            AND EXISTS {
              MATCH (n41)<-[r36:PART_OF]-(n42:Delivery)
              WHERE (NOT (coalesce(n42.decidedOn > $p0, false))
                AND EXISTS {
                  MATCH (n42)<-[r37:DELIVERS]-(n39)
                  WHERE ((r37.validFrom IS NULL OR r37.validFrom <= $p0)
                    AND (r37.validTo IS NULL OR r37.validTo > $p0))
                  RETURN 1
                })
              RETURN 1
            })
          RETURN 1
        })
      AND (n39:Provider)
      AND NOT (coalesce(r33.validFrom > $p0, false))
      AND true
      AND EXISTS {
        MATCH (n36) ((n44)-[r38:CONTINUES]->(n45:Delivery)
          WHERE ((NOT (coalesce(n45.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n45)-[r39:PART_OF]->(n46:Trajectory)
                WHERE (NOT (coalesce(n46.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n46)<-[r40:PART_OF]-(n47:Delivery)
                    WHERE (NOT (coalesce(n47.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n47)<-[r41:DELIVERS]-(n48:Organisation)
                        WHERE ((n48:Provider)
                          AND n48.agb = $p1
                          AND NOT (coalesce(r41.validFrom > $p0, false))
                          AND true)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              })
            AND (EXISTS {
                MATCH (n45)<-[r42:DELIVERS]-(n49:Organisation)
                WHERE ((n49:Provider)
                  AND n49.agb = $p1
                  AND NOT (coalesce(r42.validFrom > $p0, false))
                  AND true)
                RETURN 1
              }
              OR EXISTS {
                MATCH (n45)-[r43:PART_OF]->(n50:Trajectory)
                WHERE ((NOT (coalesce(n50.signalledOn > $p0, false)) AND n45.startedOn <= $p0)
                  AND (n45.endedOn IS NULL OR n45.endedOn > $p0)
                  AND EXISTS {
                    MATCH (n50)<-[r44:PART_OF]-(n51:Delivery)
                    WHERE (NOT (coalesce(n51.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n51)<-[r45:DELIVERS]-(n52:Organisation)
                        WHERE ((r45.validFrom IS NULL OR r45.validFrom <= $p0)
                          AND (r45.validTo IS NULL OR r45.validTo > $p0)
                          AND (n52:Provider)
                          AND n52.agb = $p1)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))){1,20} (n53)
        WHERE n53.key = $p3
        RETURN 1
      })
    WITH DISTINCT n36
    ORDER BY n36.key ASC
    LIMIT $p4
    RETURN [n36.key,
      COLLECT {
        MATCH (n36)-[r54:PART_OF]->(n62:Trajectory)
        MATCH (n62)-[r55:FOR]->(n63:Youth)
        RETURN [n63.key]
      },
      COLLECT {
        MATCH (n36) ((n44)-[r38:CONTINUES]->(n45:Delivery)
          WHERE ((NOT (coalesce(n45.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n45)-[r39:PART_OF]->(n46:Trajectory)
                WHERE (NOT (coalesce(n46.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n46)<-[r40:PART_OF]-(n47:Delivery)
                    WHERE (NOT (coalesce(n47.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n47)<-[r41:DELIVERS]-(n48:Organisation)
                        WHERE ((n48:Provider)
                          AND n48.agb = $p1
                          AND NOT (coalesce(r41.validFrom > $p0, false))
                          AND true)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              })
            AND (EXISTS {
                MATCH (n45)<-[r42:DELIVERS]-(n49:Organisation)
                WHERE ((n49:Provider)
                  AND n49.agb = $p1
                  AND NOT (coalesce(r42.validFrom > $p0, false))
                  AND true)
                RETURN 1
              }
              OR EXISTS {
                MATCH (n45)-[r43:PART_OF]->(n50:Trajectory)
                WHERE ((NOT (coalesce(n50.signalledOn > $p0, false)) AND n45.startedOn <= $p0)
                  AND (n45.endedOn IS NULL OR n45.endedOn > $p0)
                  AND EXISTS {
                    MATCH (n50)<-[r44:PART_OF]-(n51:Delivery)
                    WHERE (NOT (coalesce(n51.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n51)<-[r45:DELIVERS]-(n52:Organisation)
                        WHERE ((r45.validFrom IS NULL OR r45.validFrom <= $p0)
                          AND (r45.validTo IS NULL OR r45.validTo > $p0)
                          AND (n52:Provider)
                          AND n52.agb = $p1)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))){1,20} (n53)
        MATCH (n53)-[r56:PART_OF]->(n64:Trajectory)
        MATCH (n64)-[r57:FOR]->(n65:Youth)
        WITH DISTINCT n65
        LIMIT $p5
        RETURN [n65.key]
      }]
  }] AS row
