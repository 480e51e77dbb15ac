CYPHER 5
MATCH (n0:Segment|Cluster|Product|Module|Delivery|Goal|Indicator|Provision|Provider|Network|Referrer|SafetyPartner|School|ExpertTeam|Agreement|Clause|Family|Youth|Measure|Region|Municipality|Source|Trajectory|Analysis|Plan|Meeting|Criterion)
WHERE ((((((((NOT ((n0:Delivery))
                OR EXISTS {
                  MATCH (n0)-[r0:PART_OF]->(n1:Trajectory)
                  WHERE ((NOT (coalesce(n1.signalledOn > $p0, false))
                      AND NOT (coalesce(n0.decidedOn > $p1, false))
                      AND NOT (coalesce(n0.decidedOn > $p0, false)))
                    AND (EXISTS {
                        MATCH (n0)<-[r3:DELIVERS]-(n4:Organisation)
                        WHERE ((n4:Provider)
                          AND n4.agb = $p2
                          AND NOT (coalesce(r3.validFrom > $p0, false))
                          AND true)
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
                                MATCH (n6)<-[r6:DELIVERS]-(n7:Organisation)
                                WHERE ((r6.validFrom IS NULL OR r6.validFrom <= $p0)
                                  AND (r6.validTo IS NULL OR r6.validTo > $p0)
                                  AND (n7:Provider)
                                  AND n7.agb = $p2)
                                RETURN 1
                              })
                            RETURN 1
                          })
                        RETURN 1
                      })
                    AND EXISTS {
                      MATCH (n1)<-[r1:PART_OF]-(n2:Delivery)
                      WHERE (NOT (coalesce(n2.decidedOn > $p0, false))
                        AND EXISTS {
                          MATCH (n2)<-[r2:DELIVERS]-(n3:Organisation)
                          WHERE ((n3:Provider)
                            AND n3.agb = $p2
                            AND NOT (coalesce(r2.validFrom > $p0, false))
                            AND true)
                          RETURN 1
                        })
                      RETURN 1
                    })
                  RETURN 1
                })
              AND (NOT ((n0:Family))
                OR EXISTS {
                  MATCH (n0)<-[r7:MEMBER_OF]-(n8:Youth)
                  WHERE ((r7.validFrom IS NULL OR r7.validFrom <= $p0)
                    AND (r7.validTo IS NULL OR r7.validTo > $p0)
                    AND NOT (coalesce(n8.birthDate > $p0, false))
                    AND EXISTS {
                      MATCH (n8)<-[r8:FOR]-(n9:Trajectory)
                      WHERE (NOT (coalesce(n9.signalledOn > $p0, false))
                        AND EXISTS {
                          MATCH (n9)<-[r9:PART_OF]-(n10:Delivery)
                          WHERE (NOT (coalesce(n10.decidedOn > $p0, false))
                            AND EXISTS {
                              MATCH (n10)<-[r10:DELIVERS]-(n11:Organisation)
                              WHERE ((r10.validFrom IS NULL OR r10.validFrom <= $p0)
                                AND (r10.validTo IS NULL OR r10.validTo > $p0)
                                AND (n11:Provider)
                                AND n11.agb = $p2)
                              RETURN 1
                            })
                          RETURN 1
                        })
                      RETURN 1
                    })
                  RETURN 1
                }))
            AND (NOT ((n0:Youth))
              OR EXISTS {
                MATCH (n0)<-[r11:FOR]-(n12:Trajectory)
                WHERE (NOT (coalesce(n12.signalledOn > $p0, false))
                  AND NOT (coalesce(n0.birthDate > $p1, false))
                  AND NOT (coalesce(n0.birthDate > $p0, false))
                  AND EXISTS {
                    MATCH (n12)<-[r12:PART_OF]-(n13:Delivery)
                    WHERE (NOT (coalesce(n13.decidedOn > $p0, false))
                      AND EXISTS {
                        MATCH (n13)<-[r13:DELIVERS]-(n14:Organisation)
                        WHERE ((r13.validFrom IS NULL OR r13.validFrom <= $p0)
                          AND (r13.validTo IS NULL OR r13.validTo > $p0)
                          AND (n14:Provider)
                          AND n14.agb = $p2)
                        RETURN 1
                      })
                    RETURN 1
                  })
                RETURN 1
              }))
          AND (NOT ((n0:Measure))
            OR EXISTS {
              MATCH (n0)-[r14:CONCERNS]->(n15:Youth)
              WHERE (NOT (coalesce(n15.birthDate > $p0, false))
                AND NOT (coalesce(n0.startedOn > $p1, false))
                AND NOT (coalesce(n0.startedOn > $p0, false))
                AND EXISTS {
                  MATCH (n15)<-[r15:FOR]-(n16:Trajectory)
                  WHERE (NOT (coalesce(n16.signalledOn > $p0, false))
                    AND EXISTS {
                      MATCH (n16)<-[r16:PART_OF]-(n17:Delivery)
                      WHERE (NOT (coalesce(n17.decidedOn > $p0, false))
                        AND EXISTS {
                          MATCH (n17)<-[r17:DELIVERS]-(n18:Organisation)
                          WHERE ((r17.validFrom IS NULL OR r17.validFrom <= $p0)
                            AND (r17.validTo IS NULL OR r17.validTo > $p0)
                            AND (n18:Provider)
                            AND n18.agb = $p2)
                          RETURN 1
                        })
                      RETURN 1
                    })
                  RETURN 1
                })
              RETURN 1
            }))
        AND (NOT ((n0:Trajectory))
          OR EXISTS {
            MATCH (n0)<-[r18:PART_OF]-(n19:Delivery)
            WHERE (NOT (coalesce(n19.decidedOn > $p0, false))
              AND NOT (coalesce(n0.signalledOn > $p1, false))
              AND NOT (coalesce(n0.signalledOn > $p0, false))
              AND EXISTS {
                MATCH (n19)<-[r19:DELIVERS]-(n20:Organisation)
                WHERE ((r19.validFrom IS NULL OR r19.validFrom <= $p0)
                  AND (r19.validTo IS NULL OR r19.validTo > $p0)
                  AND (n20:Provider)
                  AND n20.agb = $p2)
                RETURN 1
              })
            RETURN 1
          }))
      AND (NOT ((n0:Analysis))
        OR EXISTS {
          MATCH (n0)-[r20:PART_OF]->(n21:Trajectory)
          WHERE (NOT (coalesce(n21.signalledOn > $p0, false))
            AND EXISTS {
              MATCH (n21)<-[r21:PART_OF]-(n22:Delivery)
              WHERE (NOT (coalesce(n22.decidedOn > $p0, false))
                AND EXISTS {
                  MATCH (n22)<-[r22:DELIVERS]-(n23:Organisation)
                  WHERE ((r22.validFrom IS NULL OR r22.validFrom <= $p0)
                    AND (r22.validTo IS NULL OR r22.validTo > $p0)
                    AND (n23:Provider)
                    AND n23.agb = $p2)
                  RETURN 1
                })
              RETURN 1
            })
          RETURN 1
        }))
    AND (NOT ((n0:Plan))
      OR EXISTS {
        MATCH (n0)-[r23:PART_OF]->(n24:Trajectory)
        WHERE (NOT (coalesce(n24.signalledOn > $p0, false))
          AND EXISTS {
            MATCH (n24)<-[r24:PART_OF]-(n25:Delivery)
            WHERE (NOT (coalesce(n25.decidedOn > $p0, false))
              AND EXISTS {
                MATCH (n25)<-[r25:DELIVERS]-(n26:Organisation)
                WHERE ((r25.validFrom IS NULL OR r25.validFrom <= $p0)
                  AND (r25.validTo IS NULL OR r25.validTo > $p0)
                  AND (n26:Provider)
                  AND n26.agb = $p2)
                RETURN 1
              })
            RETURN 1
          })
        RETURN 1
      }))
  AND (NOT ((n0:Meeting))
    OR EXISTS {
      MATCH (n0)-[r26:PART_OF]->(n27:Trajectory)
      WHERE (NOT (coalesce(n27.signalledOn > $p0, false))
        AND EXISTS {
          MATCH (n27)<-[r27:PART_OF]-(n28:Delivery)
          WHERE (NOT (coalesce(n28.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n28)<-[r28:DELIVERS]-(n29:Organisation)
              WHERE ((r28.validFrom IS NULL OR r28.validFrom <= $p0)
                AND (r28.validTo IS NULL OR r28.validTo > $p0)
                AND (n29:Provider)
                AND n29.agb = $p2)
              RETURN 1
            })
          RETURN 1
        })
      RETURN 1
    })
  AND CASE WHEN ((n0:Segment)
      OR (n0:Cluster)
      OR (n0:Product)
      OR (n0:Module)
      OR EXISTS {
        MATCH (n0)<-[r29:DELIVERS]-(n30:Organisation)
        WHERE ((n0:Delivery)
          AND NOT (coalesce(n0.decidedOn > $p0, false))
          AND (n30:Provider)
          AND n30.agb = $p2
          AND NOT (coalesce(r29.validFrom > $p0, false))
          AND true)
        RETURN 1
      }
      OR (n0:Goal)
      OR (n0:Indicator)
      OR (n0:Provision)
      OR (n0:Provider)
      OR (n0:Network)
      OR (n0:Referrer)
      OR (n0:SafetyPartner)
      OR (n0:School)
      OR (n0:ExpertTeam)
      OR (n0:Agreement)
      OR (n0:Clause)
      OR (n0:Family)
      OR (n0:Youth)
      OR (n0:Region)
      OR (n0:Municipality)
      OR (n0:Source)
      OR (n0:Meeting)
      OR (n0:Criterion))
    THEN n0.source END = $p3
  AND any(label IN labels(n0) WHERE label IN $p4))
WITH collect(n0) AS v0
RETURN 0 AS field,
  [head(COLLECT {
      UNWIND CASE WHEN size(v0) > 0 THEN v0 ELSE [null] END AS n0
      WITH count(n0) AS v1, collect(DISTINCT n0) AS v2
      RETURN [v1,
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)-[r32:PART_OF]->(n33:Trajectory)
          WHERE (n0:Delivery)
          MATCH (n33)-[r33:FOR]->(n34:Youth)
          WITH DISTINCT n34
          LIMIT $p6
          RETURN [n34.key]
        },
        size(v2),
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)<-[r34:MEMBER_OF]-(n35:Youth)
          WHERE (n0:Family)
          WITH DISTINCT n35
          LIMIT $p6
          RETURN [n35.key]
        },
        COLLECT {
          UNWIND v2 AS n0
          WITH n0
          WHERE (n0:Youth)
          WITH DISTINCT n0
          LIMIT $p6
          RETURN [n0.key]
        },
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)-[r35:CONCERNS]->(n36:Youth)
          WHERE (n0:Measure)
          WITH DISTINCT n36
          LIMIT $p6
          RETURN [n36.key]
        },
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)-[r36:FOR]->(n37:Youth)
          WHERE (n0:Trajectory)
          WITH DISTINCT n37
          LIMIT $p6
          RETURN [n37.key]
        },
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)-[r37:PART_OF]->(n38:Trajectory)
          WHERE (n0:Analysis)
          MATCH (n38)-[r38:FOR]->(n39:Youth)
          WITH DISTINCT n39
          LIMIT $p6
          RETURN [n39.key]
        },
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)-[r39:PART_OF]->(n40:Trajectory)
          WHERE (n0:Plan)
          MATCH (n40)-[r40:FOR]->(n41:Youth)
          WITH DISTINCT n41
          LIMIT $p6
          RETURN [n41.key]
        },
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)-[r41:PART_OF]->(n42:Trajectory)
          WHERE (n0:Meeting)
          MATCH (n42)-[r42:FOR]->(n43:Youth)
          WITH DISTINCT n43
          LIMIT $p6
          RETURN [n43.key]
        },
        COLLECT {
          UNWIND v2 AS n0
          MATCH (n0)-[r43:PART_OF]->(n44:Trajectory)
          WHERE (n0:BigFiveStatus)
          MATCH (n44)-[r44:FOR]->(n45:Youth)
          WITH DISTINCT n45
          LIMIT $p6
          RETURN [n45.key]
        }]
    }),
    COLLECT {
      UNWIND v0 AS n0
      WITH n0
      ORDER BY n0.key ASC,
        n0.agb ASC,
        n0.code ASC,
        head([label IN labels(n0)
          WHERE label IN ['Segment', 'Cluster', 'Product', 'Module', 'Delivery', 'Goal',
            'Indicator', 'Provision', 'Provider', 'Network', 'Referrer', 'SafetyPartner', 'School',
            'ExpertTeam', 'Agreement', 'Clause', 'Family', 'Youth', 'Measure', 'Region',
            'Municipality', 'Source', 'Trajectory', 'Analysis', 'Plan', 'Meeting', 'Criterion',
            'BigFiveStatus']]) ASC
      LIMIT $p5
      RETURN [n0.source,
        CASE WHEN (NOT (coalesce(n0.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n0)<-[r30:DELIVERS]-(n31:Organisation)
              WHERE ((n31:Provider)
                AND n31.agb = $p2
                AND NOT (coalesce(r30.validFrom > $p0, false))
                AND true)
              RETURN 1
            })
          THEN n0.source END,
        CASE WHEN (NOT (coalesce(n0.decidedOn > $p0, false))
            AND EXISTS {
              MATCH (n0)<-[r31:DELIVERS]-(n32:Organisation)
              WHERE ((n32:Provider)
                AND n32.agb = $p2
                AND NOT (coalesce(r31.validFrom > $p0, false))
                AND true)
              RETURN 1
            })
          THEN n0.volume END,
        labels(n0),
        COLLECT {
          MATCH (n0)-[r45:PART_OF]->(n46:Trajectory)
          WHERE (n0:Delivery)
          MATCH (n46)-[r46:FOR]->(n47:Youth)
          RETURN [n47.key]
        },
        COLLECT { MATCH (n0)<-[r47:MEMBER_OF]-(n48:Youth) WHERE (n0:Family) RETURN [n48.key] },
        CASE WHEN (n0:Youth) THEN n0.key END,
        COLLECT { MATCH (n0)-[r48:CONCERNS]->(n49:Youth) WHERE (n0:Measure) RETURN [n49.key] },
        COLLECT { MATCH (n0)-[r49:FOR]->(n50:Youth) WHERE (n0:Trajectory) RETURN [n50.key] },
        COLLECT {
          MATCH (n0)-[r50:PART_OF]->(n51:Trajectory)
          WHERE (n0:Analysis)
          MATCH (n51)-[r51:FOR]->(n52:Youth)
          RETURN [n52.key]
        },
        COLLECT {
          MATCH (n0)-[r52:PART_OF]->(n53:Trajectory)
          WHERE (n0:Plan)
          MATCH (n53)-[r53:FOR]->(n54:Youth)
          RETURN [n54.key]
        },
        COLLECT {
          MATCH (n0)-[r54:PART_OF]->(n55:Trajectory)
          WHERE (n0:Meeting)
          MATCH (n55)-[r55:FOR]->(n56:Youth)
          RETURN [n56.key]
        },
        COLLECT {
          MATCH (n0)-[r56:PART_OF]->(n57:Trajectory)
          WHERE (n0:BigFiveStatus)
          MATCH (n57)-[r57:FOR]->(n58:Youth)
          RETURN [n58.key]
        }]
    }] AS row
