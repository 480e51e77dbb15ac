CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Delivery)
    WHERE NOT (coalesce(n0.decidedOn > $p1, false))
    MATCH (n0)-[r0:PART_OF]->(n1:Trajectory)
    WHERE NOT (coalesce(n1.signalledOn > $p1, false))
    MATCH (n1)-[r1:FOR]->(n2:Youth)
    WHERE NOT (coalesce(n2.birthDate > $p1, false))
    MATCH (n2)-[r2:LIVES_IN]->(n3:Municipality)
    WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p1)
      AND (r2.validTo IS NULL OR r2.validTo > $p1)
      AND n3.code = $p2)
    OPTIONAL MATCH (n0)-[r3:OF_PRODUCT]->(n4:Product)
    OPTIONAL MATCH (n4)-[r4:MAPS_TO]->(n5:Segment)
    WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p1)
      AND (r4.validTo IS NULL OR r4.validTo > $p1))
    WITH n4 IS NOT NULL AS v0,
      n5 IS NOT NULL AS v1,
      n5.code AS v2,
      CASE WHEN n0.startedOn IS :: DATE NOT NULL THEN date.truncate($p3, n0.startedOn) END AS v3,
      count(DISTINCT n0) AS v4,
      count(DISTINCT n2) AS v5
    WHERE v4 >= $p4
    WITH v0, v1, v2, v3, v4, v5
    ORDER BY v4 DESC,
      v0 DESC,
      v1 DESC,
      CASE WHEN v2 IS :: STRING
        THEN reduce(folded = normalize(toLower(v2), NFKD),
          pair IN $p5 | replace(folded, pair[0], pair[1])) + '\u0000' + v2
        ELSE v2 END ASC,
      v3 ASC
    LIMIT $p6
    RETURN [v0, v1, v2, v3, v4, v5]
  }] AS row
