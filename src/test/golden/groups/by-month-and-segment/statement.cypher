CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n3:Municipality)
    WHERE n3.code = $p1
    MATCH (n3)<-[r2:LIVES_IN]-(n2:Youth)
    WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p0)
      AND (r2.validTo IS NULL OR r2.validTo > $p0))
    MATCH (n2)<-[r1:FOR]-(n1:Trajectory)
    MATCH (n1)<-[r0:PART_OF]-(n0:Delivery)
    WITH DISTINCT n0
    OPTIONAL MATCH (n0)-[r3:OF_PRODUCT]->(n4:Product)
    OPTIONAL MATCH (n4)-[r4:MAPS_TO]->(n5:Segment)
    WHERE ((r4.validFrom IS NULL OR r4.validFrom <= $p0)
      AND (r4.validTo IS NULL OR r4.validTo > $p0))
    WITH DISTINCT n4 IS NOT NULL AS v0,
      n5 IS NOT NULL AS v1,
      n5.code AS v2,
      CASE WHEN n0.startedOn IS :: DATE NOT NULL THEN date.truncate($p2, n0.startedOn) END AS v3,
      n0
    WITH v0, v1, v2, v3, count(n0) AS v4, collect(DISTINCT n0) AS nodes
    WITH v0,
      v1,
      v2,
      v3,
      v4,
      COUNT {
        UNWIND nodes AS n0
        MATCH (n0)-[r5:PART_OF]->(n6:Trajectory)
        MATCH (n6)-[r6:FOR]->(n7:Youth)
        RETURN DISTINCT n7
      } AS v5
    WHERE v4 >= $p3
    WITH v0, v1, v2, v3, v4, v5
    ORDER BY v4 DESC, v0 DESC, v1 DESC, v2 ASC, v3 ASC
    LIMIT $p4
    RETURN [v0, v1, v2, v3, v4, v5]
  }] AS row
