CYPHER 5
MATCH (n0:Source)
WHERE n0.key = $p1
RETURN 0 AS field,
  [[COUNT {
      MATCH (n0)<-[r0:STATED_IN]-(n1:Segment|Product|Module|Delivery|Goal|Indicator|Provider|Network|Referrer|SafetyPartner|School|Agreement|Clause|Family|Youth|Measure|Region|Municipality|Source|Trajectory|Analysis|Plan|Meeting|Criterion)
      WHERE ((((((((NOT ((n1:Delivery))
                      OR (EXISTS {
                          MATCH (n1)-[r1:PART_OF]->(n2:Trajectory)
                          WHERE EXISTS {
                            MATCH (n2)<-[r2:PART_OF]-(n3:Delivery)
                            WHERE EXISTS {
                              MATCH (n3)<-[r3:DELIVERS]-(n4:Organisation)
                              WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p2)
                                AND (r3.validTo IS NULL OR r3.validTo > $p2)
                                AND (n4:Provider)
                                AND n4.agb = $p3)
                              RETURN 1
                            }
                            RETURN 1
                          }
                          RETURN 1
                        }
                        AND (EXISTS {
                            MATCH (n1)<-[r4:DELIVERS]-(n5:Organisation)
                            WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p2)
                              AND (r4.validTo IS NULL OR r4.validTo > $p2)
                              AND (n5:Provider)
                              AND n5.agb = $p4)
                            RETURN 1
                          }
                          OR (n1.startedOn <= $p5 AND (n1.endedOn IS NULL OR n1.endedOn > $p6)))))
                    AND (NOT ((n1:Family))
                      OR EXISTS {
                        MATCH (n1)<-[r5:MEMBER_OF]-(n6:Youth)
                        WHERE ((r5.validFrom IS NULL OR r5.validFrom <= $p2)
                          AND (r5.validTo IS NULL OR r5.validTo > $p2)
                          AND EXISTS {
                            MATCH (n6)<-[r6:FOR]-(n7:Trajectory)
                            WHERE EXISTS {
                              MATCH (n7)<-[r7:PART_OF]-(n8:Delivery)
                              WHERE EXISTS {
                                MATCH (n8)<-[r8:DELIVERS]-(n9:Organisation)
                                WHERE ((r8.validFrom IS NULL OR r8.validFrom <= $p2)
                                  AND (r8.validTo IS NULL OR r8.validTo > $p2)
                                  AND (n9:Provider)
                                  AND n9.agb = $p7)
                                RETURN 1
                              }
                              RETURN 1
                            }
                            RETURN 1
                          })
                        RETURN 1
                      }))
                  AND (NOT ((n1:Youth))
                    OR EXISTS {
                      MATCH (n1)<-[r9:FOR]-(n10:Trajectory)
                      WHERE EXISTS {
                        MATCH (n10)<-[r10:PART_OF]-(n11:Delivery)
                        WHERE EXISTS {
                          MATCH (n11)<-[r11:DELIVERS]-(n12:Organisation)
                          WHERE ((r11.validFrom IS NULL OR r11.validFrom <= $p2)
                            AND (r11.validTo IS NULL OR r11.validTo > $p2)
                            AND (n12:Provider)
                            AND n12.agb = $p8)
                          RETURN 1
                        }
                        RETURN 1
                      }
                      RETURN 1
                    }))
                AND (NOT ((n1:Measure))
                  OR EXISTS {
                    MATCH (n1)-[r12:CONCERNS]->(n13:Youth)
                    WHERE EXISTS {
                      MATCH (n13)<-[r13:FOR]-(n14:Trajectory)
                      WHERE EXISTS {
                        MATCH (n14)<-[r14:PART_OF]-(n15:Delivery)
                        WHERE EXISTS {
                          MATCH (n15)<-[r15:DELIVERS]-(n16:Organisation)
                          WHERE ((r15.validFrom IS NULL OR r15.validFrom <= $p2)
                            AND (r15.validTo IS NULL OR r15.validTo > $p2)
                            AND (n16:Provider)
                            AND n16.agb = $p9)
                          RETURN 1
                        }
                        RETURN 1
                      }
                      RETURN 1
                    }
                    RETURN 1
                  }))
              AND (NOT ((n1:Trajectory))
                OR EXISTS {
                  MATCH (n1)<-[r16:PART_OF]-(n17:Delivery)
                  WHERE EXISTS {
                    MATCH (n17)<-[r17:DELIVERS]-(n18:Organisation)
                    WHERE ((r17.validFrom IS NULL OR r17.validFrom <= $p2)
                      AND (r17.validTo IS NULL OR r17.validTo > $p2)
                      AND (n18:Provider)
                      AND n18.agb = $p10)
                    RETURN 1
                  }
                  RETURN 1
                }))
            AND (NOT ((n1:Analysis))
              OR EXISTS {
                MATCH (n1)-[r18:PART_OF]->(n19:Trajectory)
                WHERE EXISTS {
                  MATCH (n19)<-[r19:PART_OF]-(n20:Delivery)
                  WHERE EXISTS {
                    MATCH (n20)<-[r20:DELIVERS]-(n21:Organisation)
                    WHERE ((r20.validFrom IS NULL OR r20.validFrom <= $p2)
                      AND (r20.validTo IS NULL OR r20.validTo > $p2)
                      AND (n21:Provider)
                      AND n21.agb = $p11)
                    RETURN 1
                  }
                  RETURN 1
                }
                RETURN 1
              }))
          AND (NOT ((n1:Plan))
            OR EXISTS {
              MATCH (n1)-[r21:PART_OF]->(n22:Trajectory)
              WHERE EXISTS {
                MATCH (n22)<-[r22:PART_OF]-(n23:Delivery)
                WHERE EXISTS {
                  MATCH (n23)<-[r23:DELIVERS]-(n24:Organisation)
                  WHERE ((r23.validFrom IS NULL OR r23.validFrom <= $p2)
                    AND (r23.validTo IS NULL OR r23.validTo > $p2)
                    AND (n24:Provider)
                    AND n24.agb = $p12)
                  RETURN 1
                }
                RETURN 1
              }
              RETURN 1
            }))
        AND (NOT ((n1:Meeting))
          OR EXISTS {
            MATCH (n1)-[r24:PART_OF]->(n25:Trajectory)
            WHERE EXISTS {
              MATCH (n25)<-[r25:PART_OF]-(n26:Delivery)
              WHERE EXISTS {
                MATCH (n26)<-[r26:DELIVERS]-(n27:Organisation)
                WHERE ((r26.validFrom IS NULL OR r26.validFrom <= $p2)
                  AND (r26.validTo IS NULL OR r26.validTo > $p2)
                  AND (n27:Provider)
                  AND n27.agb = $p13)
                RETURN 1
              }
              RETURN 1
            }
            RETURN 1
          })
        AND any(label IN labels(n1) WHERE label IN $p14))
      RETURN 1
    }],
    COLLECT {
      MATCH (n0)<-[r27:STATED_IN]-(n28:Segment|Product|Module|Delivery|Goal|Indicator|Provider|Network|Referrer|SafetyPartner|School|Agreement|Clause|Family|Youth|Measure|Region|Municipality|Source|Trajectory|Analysis|Plan|Meeting|Criterion)
      WHERE ((((((((NOT ((n28:Delivery))
                      OR (EXISTS {
                          MATCH (n28)-[r28:PART_OF]->(n29:Trajectory)
                          WHERE EXISTS {
                            MATCH (n29)<-[r29:PART_OF]-(n30:Delivery)
                            WHERE EXISTS {
                              MATCH (n30)<-[r30:DELIVERS]-(n31:Organisation)
                              WHERE ((r30.validFrom IS NULL OR r30.validFrom <= $p2)
                                AND (r30.validTo IS NULL OR r30.validTo > $p2)
                                AND (n31:Provider)
                                AND n31.agb = $p15)
                              RETURN 1
                            }
                            RETURN 1
                          }
                          RETURN 1
                        }
                        AND (EXISTS {
                            MATCH (n28)<-[r31:DELIVERS]-(n32:Organisation)
                            WHERE ((r31.validFrom IS NULL OR r31.validFrom <= $p2)
                              AND (r31.validTo IS NULL OR r31.validTo > $p2)
                              AND (n32:Provider)
                              AND n32.agb = $p16)
                            RETURN 1
                          }
                          OR (n28.startedOn <= $p17 AND (n28.endedOn IS NULL OR n28.endedOn > $p18)))))
                    AND (NOT ((n28:Family))
                      OR EXISTS {
                        MATCH (n28)<-[r32:MEMBER_OF]-(n33:Youth)
                        WHERE ((r32.validFrom IS NULL OR r32.validFrom <= $p2)
                          AND (r32.validTo IS NULL OR r32.validTo > $p2)
                          AND EXISTS {
                            MATCH (n33)<-[r33:FOR]-(n34:Trajectory)
                            WHERE EXISTS {
                              MATCH (n34)<-[r34:PART_OF]-(n35:Delivery)
                              WHERE EXISTS {
                                MATCH (n35)<-[r35:DELIVERS]-(n36:Organisation)
                                WHERE ((r35.validFrom IS NULL OR r35.validFrom <= $p2)
                                  AND (r35.validTo IS NULL OR r35.validTo > $p2)
                                  AND (n36:Provider)
                                  AND n36.agb = $p19)
                                RETURN 1
                              }
                              RETURN 1
                            }
                            RETURN 1
                          })
                        RETURN 1
                      }))
                  AND (NOT ((n28:Youth))
                    OR EXISTS {
                      MATCH (n28)<-[r36:FOR]-(n37:Trajectory)
                      WHERE EXISTS {
                        MATCH (n37)<-[r37:PART_OF]-(n38:Delivery)
                        WHERE EXISTS {
                          MATCH (n38)<-[r38:DELIVERS]-(n39:Organisation)
                          WHERE ((r38.validFrom IS NULL OR r38.validFrom <= $p2)
                            AND (r38.validTo IS NULL OR r38.validTo > $p2)
                            AND (n39:Provider)
                            AND n39.agb = $p20)
                          RETURN 1
                        }
                        RETURN 1
                      }
                      RETURN 1
                    }))
                AND (NOT ((n28:Measure))
                  OR EXISTS {
                    MATCH (n28)-[r39:CONCERNS]->(n40:Youth)
                    WHERE EXISTS {
                      MATCH (n40)<-[r40:FOR]-(n41:Trajectory)
                      WHERE EXISTS {
                        MATCH (n41)<-[r41:PART_OF]-(n42:Delivery)
                        WHERE EXISTS {
                          MATCH (n42)<-[r42:DELIVERS]-(n43:Organisation)
                          WHERE ((r42.validFrom IS NULL OR r42.validFrom <= $p2)
                            AND (r42.validTo IS NULL OR r42.validTo > $p2)
                            AND (n43:Provider)
                            AND n43.agb = $p21)
                          RETURN 1
                        }
                        RETURN 1
                      }
                      RETURN 1
                    }
                    RETURN 1
                  }))
              AND (NOT ((n28:Trajectory))
                OR EXISTS {
                  MATCH (n28)<-[r43:PART_OF]-(n44:Delivery)
                  WHERE EXISTS {
                    MATCH (n44)<-[r44:DELIVERS]-(n45:Organisation)
                    WHERE ((r44.validFrom IS NULL OR r44.validFrom <= $p2)
                      AND (r44.validTo IS NULL OR r44.validTo > $p2)
                      AND (n45:Provider)
                      AND n45.agb = $p22)
                    RETURN 1
                  }
                  RETURN 1
                }))
            AND (NOT ((n28:Analysis))
              OR EXISTS {
                MATCH (n28)-[r45:PART_OF]->(n46:Trajectory)
                WHERE EXISTS {
                  MATCH (n46)<-[r46:PART_OF]-(n47:Delivery)
                  WHERE EXISTS {
                    MATCH (n47)<-[r47:DELIVERS]-(n48:Organisation)
                    WHERE ((r47.validFrom IS NULL OR r47.validFrom <= $p2)
                      AND (r47.validTo IS NULL OR r47.validTo > $p2)
                      AND (n48:Provider)
                      AND n48.agb = $p23)
                    RETURN 1
                  }
                  RETURN 1
                }
                RETURN 1
              }))
          AND (NOT ((n28:Plan))
            OR EXISTS {
              MATCH (n28)-[r48:PART_OF]->(n49:Trajectory)
              WHERE EXISTS {
                MATCH (n49)<-[r49:PART_OF]-(n50:Delivery)
                WHERE EXISTS {
                  MATCH (n50)<-[r50:DELIVERS]-(n51:Organisation)
                  WHERE ((r50.validFrom IS NULL OR r50.validFrom <= $p2)
                    AND (r50.validTo IS NULL OR r50.validTo > $p2)
                    AND (n51:Provider)
                    AND n51.agb = $p24)
                  RETURN 1
                }
                RETURN 1
              }
              RETURN 1
            }))
        AND (NOT ((n28:Meeting))
          OR EXISTS {
            MATCH (n28)-[r51:PART_OF]->(n52:Trajectory)
            WHERE EXISTS {
              MATCH (n52)<-[r52:PART_OF]-(n53:Delivery)
              WHERE EXISTS {
                MATCH (n53)<-[r53:DELIVERS]-(n54:Organisation)
                WHERE ((r53.validFrom IS NULL OR r53.validFrom <= $p2)
                  AND (r53.validTo IS NULL OR r53.validTo > $p2)
                  AND (n54:Provider)
                  AND n54.agb = $p25)
                RETURN 1
              }
              RETURN 1
            }
            RETURN 1
          })
        AND any(label IN labels(n28) WHERE label IN $p26))
      WITH r27, n28
      ORDER BY n28.key ASC,
        n28.id ASC,
        n28.agb ASC,
        n28.code ASC,
        head([label IN labels(n28)
          WHERE label IN ['Segment', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator',
            'Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Agreement', 'Clause',
            'Family', 'Youth', 'Measure', 'Region', 'Municipality', 'Source', 'Trajectory',
            'Analysis', 'Plan', 'Meeting', 'Criterion', 'BigFiveStatus']]) ASC
      LIMIT $p27
      RETURN [n28.source,
        CASE WHEN EXISTS {
            MATCH (n28)<-[r54:DELIVERS]-(n55:Organisation)
            WHERE ((r54.validFrom IS NULL OR r54.validFrom <= $p2)
              AND (r54.validTo IS NULL OR r54.validTo > $p2)
              AND (n55:Provider)
              AND n55.agb = $p28)
            RETURN 1
          }
          THEN n28.source END,
        CASE WHEN EXISTS {
            MATCH (n28)<-[r55:DELIVERS]-(n56:Organisation)
            WHERE ((r55.validFrom IS NULL OR r55.validFrom <= $p2)
              AND (r55.validTo IS NULL OR r55.validTo > $p2)
              AND (n56:Provider)
              AND n56.agb = $p29)
            RETURN 1
          }
          THEN n28.volume END,
        COLLECT {
          MATCH (n28)-[r56:PART_OF]->(n57:Trajectory)
          MATCH (n57)-[r57:FOR]->(n58:Youth)
          RETURN [n58.id]
        },
        COLLECT {
          MATCH (n28)<-[r58:MEMBER_OF]-(n59:Youth)
          WHERE ((r58.validFrom IS NULL OR r58.validFrom <= $p0)
            AND (r58.validTo IS NULL OR r58.validTo > $p0))
          RETURN [n59.id]
        },
        n28.id,
        COLLECT { MATCH (n28)-[r59:CONCERNS]->(n60:Youth) RETURN [n60.id] },
        COLLECT { MATCH (n28)-[r60:FOR]->(n61:Youth) RETURN [n61.id] },
        COLLECT {
          MATCH (n28)-[r61:PART_OF]->(n62:Trajectory)
          MATCH (n62)-[r62:FOR]->(n63:Youth)
          RETURN [n63.id]
        },
        COLLECT {
          MATCH (n28)-[r63:PART_OF]->(n64:Trajectory)
          MATCH (n64)-[r64:FOR]->(n65:Youth)
          RETURN [n65.id]
        },
        COLLECT {
          MATCH (n28)-[r65:PART_OF]->(n66:Trajectory)
          MATCH (n66)-[r66:FOR]->(n67:Youth)
          RETURN [n67.id]
        },
        labels(n28)]
    }] AS row
