CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Segment)
    WHERE (EXISTS {
        MATCH (n0)<-[r0:MAPS_TO]-(n1:Product)
        WHERE (r0.validFrom IS NOT NULL
          AND r0.validFrom >= $p1
          AND r0.validTo IS NOT NULL
          AND r0.validTo <= $p2)
        RETURN 1
      }
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p3
    RETURN [n0.key]
  }] AS row
