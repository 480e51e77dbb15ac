CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Segment)
    WHERE (NOT (EXISTS {
        MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
        WHERE NOT (((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1)))
        RETURN 1
      })
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.key]
  }] AS row
