CYPHER 5
MATCH (n0:Source)
WHERE n0.key = $p2
RETURN 0 AS field,
  [[COUNT {
      MATCH (n0)<-[r0:STATED_IN]-(n1:Segment|Product|Module|Delivery|Goal|Indicator|Provider|Network|Referrer|SafetyPartner|School|Agreement|Clause|Family|Youth|Measure|Region|Municipality|Source|Trajectory|Analysis|Plan|Meeting|Criterion)
      WHERE ((((((((NOT ((n1:Delivery))
                      OR EXISTS {
                        MATCH (n1)-[r1:PART_OF]->(n2:Trajectory)
                        WHERE ((NOT (coalesce(n2.signalledOn > $p0, false))
                            AND NOT (coalesce(n1.decidedOn > $p1, false))
                            AND NOT (coalesce(n1.decidedOn > $p0, false)))
                          AND (EXISTS {
                              MATCH (n1)<-[r4:DELIVERS]-(n5:Organisation)
                              WHERE ((n5:Provider)
                                AND n5.agb = $p4
                                AND NOT (coalesce(r4.validFrom > $p0, false))
                                AND true)
                              RETURN 1
                            }
                            OR EXISTS {
                              MATCH (n1)-[r5:PART_OF]->(n6:Trajectory)
                              WHERE ((NOT (coalesce(n6.signalledOn > $p0, false))
                                  AND n1.startedOn <= $p0)
                                AND (n1.endedOn IS NULL OR n1.endedOn > $p0)
                                AND EXISTS {
                                  MATCH (n6)<-[r6:PART_OF]-(n7:Delivery)
                                  WHERE (NOT (coalesce(n7.decidedOn > $p0, false))
                                    AND EXISTS {
                                      MATCH (n7)<-[r7:DELIVERS]-(n8:Organisation)
                                      WHERE ((r7.validFrom IS NULL OR r7.validFrom <= $p0)
                                        AND (r7.validTo IS NULL OR r7.validTo > $p0)
                                        AND (n8:Provider)
                                        AND n8.agb = $p5)
                                      RETURN 1
                                    })
                                  RETURN 1
                                })
                              RETURN 1
                            })
                          AND EXISTS {
                            MATCH (n2)<-[r2:PART_OF]-(n3:Delivery)
                            WHERE (NOT (coalesce(n3.decidedOn > $p0, false))
                              AND EXISTS {
                                MATCH (n3)<-[r3:DELIVERS]-(n4:Organisation)
                                WHERE ((n4:Provider)
                                  AND n4.agb = $p3
                                  AND NOT (coalesce(r3.validFrom > $p0, false))
                                  AND true)
                                RETURN 1
                              })
                            RETURN 1
                          })
                        RETURN 1
                      })
                    AND (NOT ((n1:Family))
                      OR EXISTS {
                        MATCH (n1)<-[r8:MEMBER_OF]-(n9:Youth)
                        WHERE ((r8.validFrom IS NULL OR r8.validFrom <= $p0)
                          AND (r8.validTo IS NULL OR r8.validTo > $p0)
                          AND NOT (coalesce(n9.birthDate > $p0, false))
                          AND EXISTS {
                            MATCH (n9)<-[r9:FOR]-(n10:Trajectory)
                            WHERE (NOT (coalesce(n10.signalledOn > $p0, false))
                              AND EXISTS {
                                MATCH (n10)<-[r10:PART_OF]-(n11:Delivery)
                                WHERE (NOT (coalesce(n11.decidedOn > $p0, false))
                                  AND EXISTS {
                                    MATCH (n11)<-[r11:DELIVERS]-(n12:Organisation)
                                    WHERE ((r11.validFrom IS NULL OR r11.validFrom <= $p0)
                                      AND (r11.validTo IS NULL OR r11.validTo > $p0)
                                      AND (n12:Provider)
                                      AND n12.agb = $p6)
                                    RETURN 1
                                  })
                                RETURN 1
                              })
                            RETURN 1
                          })
                        RETURN 1
                      }))
                  AND (NOT ((n1:Youth))
                    OR EXISTS {
                      MATCH (n1)<-[r12:FOR]-(n13:Trajectory)
                      WHERE (NOT (coalesce(n13.signalledOn > $p0, false))
                        AND NOT (coalesce(n1.birthDate > $p1, false))
                        AND NOT (coalesce(n1.birthDate > $p0, false))
                        AND EXISTS {
                          MATCH (n13)<-[r13:PART_OF]-(n14:Delivery)
                          WHERE (NOT (coalesce(n14.decidedOn > $p0, false))
                            AND EXISTS {
                              MATCH (n14)<-[r14:DELIVERS]-(n15:Organisation)
                              WHERE ((r14.validFrom IS NULL OR r14.validFrom <= $p0)
                                AND (r14.validTo IS NULL OR r14.validTo > $p0)
                                AND (n15:Provider)
                                AND n15.agb = $p7)
                              RETURN 1
                            })
                          RETURN 1
                        })
                      RETURN 1
                    }))
                AND (NOT ((n1:Measure))
                  OR EXISTS {
                    MATCH (n1)-[r15:CONCERNS]->(n16:Youth)
                    WHERE (NOT (coalesce(n16.birthDate > $p0, false))
                      AND NOT (coalesce(n1.startedOn > $p1, false))
                      AND NOT (coalesce(n1.startedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n16)<-[r16:FOR]-(n17:Trajectory)
                        WHERE (NOT (coalesce(n17.signalledOn > $p0, false))
                          AND EXISTS {
                            MATCH (n17)<-[r17:PART_OF]-(n18:Delivery)
                            WHERE (NOT (coalesce(n18.decidedOn > $p0, false))
                              AND EXISTS {
                                MATCH (n18)<-[r18:DELIVERS]-(n19:Organisation)
                                WHERE ((r18.validFrom IS NULL OR r18.validFrom <= $p0)
                                  AND (r18.validTo IS NULL OR r18.validTo > $p0)
                                  AND (n19:Provider)
                                  AND n19.agb = $p8)
                                RETURN 1
                              })
                            RETURN 1
                          })
                        RETURN 1
                      })
                    RETURN 1
                  }))
              AND (NOT ((n1:Trajectory))
                OR EXISTS {
                  MATCH (n1)<-[r19:PART_OF]-(n20:Delivery)
                  WHERE (NOT (coalesce(n20.decidedOn > $p0, false))
                    AND NOT (coalesce(n1.signalledOn > $p1, false))
                    AND NOT (coalesce(n1.signalledOn > $p0, false))
                    AND EXISTS {
                      MATCH (n20)<-[r20:DELIVERS]-(n21:Organisation)
                      WHERE ((r20.validFrom IS NULL OR r20.validFrom <= $p0)
                        AND (r20.validTo IS NULL OR r20.validTo > $p0)
                        AND (n21:Provider)
                        AND n21.agb = $p9)
                      RETURN 1
                    })
                  RETURN 1
                }))
            AND (NOT ((n1:Analysis))
              OR EXISTS {
                MATCH (n1)-[r21:PART_OF]->(n22:Trajectory)
                WHERE (NOT (coalesce(n22.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n22)<-[r22:PART_OF]-(n23:Delivery)
                    WHERE (NOT (coalesce(n23.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n23)<-[r23:DELIVERS]-(n24:Organisation)
                        WHERE ((r23.validFrom IS NULL OR r23.validFrom <= $p0)
                          AND (r23.validTo IS NULL OR r23.validTo > $p0)
                          AND (n24:Provider)
                          AND n24.agb = $p10)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))
          AND (NOT ((n1:Plan))
            OR EXISTS {
              MATCH (n1)-[r24:PART_OF]->(n25:Trajectory)
              WHERE (NOT (coalesce(n25.signalledOn > $p0, false))
                AND EXISTS {
                  MATCH (n25)<-[r25:PART_OF]-(n26:Delivery)
                  WHERE (NOT (coalesce(n26.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n26)<-[r26:DELIVERS]-(n27:Organisation)
                      WHERE ((r26.validFrom IS NULL OR r26.validFrom <= $p0)
                        AND (r26.validTo IS NULL OR r26.validTo > $p0)
                        AND (n27:Provider)
                        AND n27.agb = $p11)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            }))
        AND (NOT ((n1:Meeting))
          OR EXISTS {
            MATCH (n1)-[r27:PART_OF]->(n28:Trajectory)
            WHERE (NOT (coalesce(n28.signalledOn > $p0, false))
              AND EXISTS {
                MATCH (n28)<-[r28:PART_OF]-(n29:Delivery)
                WHERE (NOT (coalesce(n29.decidedOn > $p0, false))
                  AND EXISTS {
                    MATCH (n29)<-[r29:DELIVERS]-(n30:Organisation)
                    WHERE ((r29.validFrom IS NULL OR r29.validFrom <= $p0)
                      AND (r29.validTo IS NULL OR r29.validTo > $p0)
                      AND (n30:Provider)
                      AND n30.agb = $p12)
                    RETURN 1
                  })
                RETURN 1
              })
            RETURN 1
          })
        AND any(label IN labels(n1) WHERE label IN $p13))
      RETURN 1
    }],
    COLLECT {
      MATCH (n0)<-[r30:STATED_IN]-(n31:Segment|Product|Module|Delivery|Goal|Indicator|Provider|Network|Referrer|SafetyPartner|School|Agreement|Clause|Family|Youth|Measure|Region|Municipality|Source|Trajectory|Analysis|Plan|Meeting|Criterion)
      WHERE ((((((((NOT ((n31:Delivery))
                      OR EXISTS {
                        MATCH (n31)-[r31:PART_OF]->(n32:Trajectory)
                        WHERE ((NOT (coalesce(n32.signalledOn > $p0, false))
                            AND NOT (coalesce(n31.decidedOn > $p1, false))
                            AND NOT (coalesce(n31.decidedOn > $p0, false)))
                          AND (EXISTS {
                              MATCH (n31)<-[r34:DELIVERS]-(n35:Organisation)
                              WHERE ((n35:Provider)
                                AND n35.agb = $p15
                                AND NOT (coalesce(r34.validFrom > $p0, false))
                                AND true)
                              RETURN 1
                            }
                            OR EXISTS {
                              MATCH (n31)-[r35:PART_OF]->(n36:Trajectory)
                              WHERE ((NOT (coalesce(n36.signalledOn > $p0, false))
                                  AND n31.startedOn <= $p0)
                                AND (n31.endedOn IS NULL OR n31.endedOn > $p0)
                                AND EXISTS {
                                  MATCH (n36)<-[r36:PART_OF]-(n37:Delivery)
                                  WHERE (NOT (coalesce(n37.decidedOn > $p0, false))
                                    AND EXISTS {
                                      MATCH (n37)<-[r37:DELIVERS]-(n38:Organisation)
                                      WHERE ((r37.validFrom IS NULL OR r37.validFrom <= $p0)
                                        AND (r37.validTo IS NULL OR r37.validTo > $p0)
                                        AND (n38:Provider)
                                        AND n38.agb = $p16)
                                      RETURN 1
                                    })
                                  RETURN 1
                                })
                              RETURN 1
                            })
                          AND EXISTS {
                            MATCH (n32)<-[r32:PART_OF]-(n33:Delivery)
                            WHERE (NOT (coalesce(n33.decidedOn > $p0, false))
                              AND EXISTS {
                                MATCH (n33)<-[r33:DELIVERS]-(n34:Organisation)
                                WHERE ((n34:Provider)
                                  AND n34.agb = $p14
                                  AND NOT (coalesce(r33.validFrom > $p0, false))
                                  AND true)
                                RETURN 1
                              })
                            RETURN 1
                          })
                        RETURN 1
                      })
                    AND (NOT ((n31:Family))
                      OR EXISTS {
                        MATCH (n31)<-[r38:MEMBER_OF]-(n39:Youth)
                        WHERE ((r38.validFrom IS NULL OR r38.validFrom <= $p0)
                          AND (r38.validTo IS NULL OR r38.validTo > $p0)
                          AND NOT (coalesce(n39.birthDate > $p0, false))
                          AND EXISTS {
                            MATCH (n39)<-[r39:FOR]-(n40:Trajectory)
                            WHERE (NOT (coalesce(n40.signalledOn > $p0, false))
                              AND EXISTS {
                                MATCH (n40)<-[r40:PART_OF]-(n41:Delivery)
                                WHERE (NOT (coalesce(n41.decidedOn > $p0, false))
                                  AND EXISTS {
                                    MATCH (n41)<-[r41:DELIVERS]-(n42:Organisation)
                                    WHERE ((r41.validFrom IS NULL OR r41.validFrom <= $p0)
                                      AND (r41.validTo IS NULL OR r41.validTo > $p0)
                                      AND (n42:Provider)
                                      AND n42.agb = $p17)
                                    RETURN 1
                                  })
                                RETURN 1
                              })
                            RETURN 1
                          })
                        RETURN 1
                      }))
                  AND (NOT ((n31:Youth))
                    OR EXISTS {
                      MATCH (n31)<-[r42:FOR]-(n43:Trajectory)
                      WHERE (NOT (coalesce(n43.signalledOn > $p0, false))
                        AND NOT (coalesce(n31.birthDate > $p1, false))
                        AND NOT (coalesce(n31.birthDate > $p0, false))
                        AND EXISTS {
                          MATCH (n43)<-[r43:PART_OF]-(n44:Delivery)
                          WHERE (NOT (coalesce(n44.decidedOn > $p0, false))
                            AND EXISTS {
                              MATCH (n44)<-[r44:DELIVERS]-(n45:Organisation)
                              WHERE ((r44.validFrom IS NULL OR r44.validFrom <= $p0)
                                AND (r44.validTo IS NULL OR r44.validTo > $p0)
                                AND (n45:Provider)
                                AND n45.agb = $p18)
                              RETURN 1
                            })
                          RETURN 1
                        })
                      RETURN 1
                    }))
                AND (NOT ((n31:Measure))
                  OR EXISTS {
                    MATCH (n31)-[r45:CONCERNS]->(n46:Youth)
                    WHERE (NOT (coalesce(n46.birthDate > $p0, false))
                      AND NOT (coalesce(n31.startedOn > $p1, false))
                      AND NOT (coalesce(n31.startedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n46)<-[r46:FOR]-(n47:Trajectory)
                        WHERE (NOT (coalesce(n47.signalledOn > $p0, false))
                          AND EXISTS {
                            MATCH (n47)<-[r47:PART_OF]-(n48:Delivery)
                            WHERE (NOT (coalesce(n48.decidedOn > $p0, false))
                              AND EXISTS {
                                MATCH (n48)<-[r48:DELIVERS]-(n49:Organisation)
                                WHERE ((r48.validFrom IS NULL OR r48.validFrom <= $p0)
                                  AND (r48.validTo IS NULL OR r48.validTo > $p0)
                                  AND (n49:Provider)
                                  AND n49.agb = $p19)
                                RETURN 1
                              })
                            RETURN 1
                          })
                        RETURN 1
                      })
                    RETURN 1
                  }))
              AND (NOT ((n31:Trajectory))
                OR EXISTS {
                  MATCH (n31)<-[r49:PART_OF]-(n50:Delivery)
                  WHERE (NOT (coalesce(n50.decidedOn > $p0, false))
                    AND NOT (coalesce(n31.signalledOn > $p1, false))
                    AND NOT (coalesce(n31.signalledOn > $p0, false))
                    AND EXISTS {
                      MATCH (n50)<-[r50:DELIVERS]-(n51:Organisation)
                      WHERE ((r50.validFrom IS NULL OR r50.validFrom <= $p0)
                        AND (r50.validTo IS NULL OR r50.validTo > $p0)
                        AND (n51:Provider)
                        AND n51.agb = $p20)
                      RETURN 1
                    })
                  RETURN 1
                }))
            AND (NOT ((n31:Analysis))
              OR EXISTS {
                MATCH (n31)-[r51:PART_OF]->(n52:Trajectory)
                WHERE (NOT (coalesce(n52.signalledOn > $p0, false))
                  AND EXISTS {
                    MATCH (n52)<-[r52:PART_OF]-(n53:Delivery)
                    WHERE (NOT (coalesce(n53.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n53)<-[r53:DELIVERS]-(n54:Organisation)
                        WHERE ((r53.validFrom IS NULL OR r53.validFrom <= $p0)
                          AND (r53.validTo IS NULL OR r53.validTo > $p0)
                          AND (n54:Provider)
                          AND n54.agb = $p21)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))
          AND (NOT ((n31:Plan))
            OR EXISTS {
              MATCH (n31)-[r54:PART_OF]->(n55:Trajectory)
              WHERE (NOT (coalesce(n55.signalledOn > $p0, false))
                AND EXISTS {
                  MATCH (n55)<-[r55:PART_OF]-(n56:Delivery)
                  WHERE (NOT (coalesce(n56.decidedOn > $p0, false))
                    AND EXISTS {
                      MATCH (n56)<-[r56:DELIVERS]-(n57:Organisation)
                      WHERE ((r56.validFrom IS NULL OR r56.validFrom <= $p0)
                        AND (r56.validTo IS NULL OR r56.validTo > $p0)
                        AND (n57:Provider)
                        AND n57.agb = $p22)
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            }))
        AND (NOT ((n31:Meeting))
          OR EXISTS {
            MATCH (n31)-[r57:PART_OF]->(n58:Trajectory)
            WHERE (NOT (coalesce(n58.signalledOn > $p0, false))
              AND EXISTS {
                MATCH (n58)<-[r58:PART_OF]-(n59:Delivery)
                WHERE (NOT (coalesce(n59.decidedOn > $p0, false))
                  AND EXISTS {
                    MATCH (n59)<-[r59:DELIVERS]-(n60:Organisation)
                    WHERE ((r59.validFrom IS NULL OR r59.validFrom <= $p0)
                      AND (r59.validTo IS NULL OR r59.validTo > $p0)
                      AND (n60:Provider)
                      AND n60.agb = $p23)
                    RETURN 1
                  })
                RETURN 1
              })
            RETURN 1
          })
        AND any(label IN labels(n31) WHERE label IN $p24))
      WITH r30, n31
      ORDER BY n31.key ASC,
        n31.agb ASC,
        n31.code ASC,
        head([label IN labels(n31)
          WHERE label IN ['Segment', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator',
            'Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Agreement', 'Clause',
            'Family', 'Youth', 'Measure', 'Region', 'Municipality', 'Source', 'Trajectory',
            'Analysis', 'Plan', 'Meeting', 'Criterion', 'BigFiveStatus']]) ASC
      LIMIT $p25
      RETURN [n31.source,
        CASE WHEN (NOT (coalesce(n31.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n31)<-[r60:DELIVERS]-(n61:Organisation)
              WHERE ((n61:Provider)
                AND n61.agb = $p26
                AND NOT (coalesce(r60.validFrom > $p0, false))
                AND true)
              RETURN 1
            })
          THEN n31.source END,
        CASE WHEN (NOT (coalesce(n31.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n31)<-[r61:DELIVERS]-(n62:Organisation)
              WHERE ((n62:Provider)
                AND n62.agb = $p27
                AND NOT (coalesce(r61.validFrom > $p0, false))
                AND true)
              RETURN 1
            })
          THEN n31.volume END,
        COLLECT {
          MATCH (n31)-[r62:PART_OF]->(n63:Trajectory)
          MATCH (n63)-[r63:FOR]->(n64:Youth)
          RETURN [n64.key]
        },
        COLLECT {
          MATCH (n31)<-[r64:MEMBER_OF]-(n65:Youth)
          WHERE ((r64.validFrom IS NULL OR r64.validFrom <= $p1)
            AND (r64.validTo IS NULL OR r64.validTo > $p1))
          RETURN [n65.key]
        },
        n31.key,
        COLLECT { MATCH (n31)-[r65:CONCERNS]->(n66:Youth) RETURN [n66.key] },
        COLLECT { MATCH (n31)-[r66:FOR]->(n67:Youth) RETURN [n67.key] },
        COLLECT {
          MATCH (n31)-[r67:PART_OF]->(n68:Trajectory)
          MATCH (n68)-[r68:FOR]->(n69:Youth)
          RETURN [n69.key]
        },
        COLLECT {
          MATCH (n31)-[r69:PART_OF]->(n70:Trajectory)
          MATCH (n70)-[r70:FOR]->(n71:Youth)
          RETURN [n71.key]
        },
        COLLECT {
          MATCH (n31)-[r71:PART_OF]->(n72:Trajectory)
          MATCH (n72)-[r72:FOR]->(n73:Youth)
          RETURN [n73.key]
        },
        labels(n31)]
    }] AS row
