CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Segment)
    WITH n0
    ORDER BY COUNT {
        MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1)
          AND n1.category = $p2)
        WITH DISTINCT n1
        RETURN 1
      } DESC,
      n0.key ASC
    LIMIT $p3
    RETURN [n0.key]
  }] AS row
