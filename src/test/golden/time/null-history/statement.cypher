CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Segment)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [[COUNT {
      MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      RETURN 1
    }], [COUNT { MATCH (n0)<-[r1:MAPS_TO]-(n2:Product) RETURN 1 }]]
  })] AS row
