CYPHER 5
WITH COLLECT {
  MATCH (n3:Region)
  WHERE EXISTS {
    MATCH (n3)<-[r3:IN_REGION]-(n4:Product)
    WHERE ((r3.validFrom IS NULL OR r3.validFrom <= $p1)
      AND (r3.validTo IS NULL OR r3.validTo > $p1)
      AND n4.code = $p2)
    RETURN 1
  }
  RETURN n3
} AS s0
CALL (*) {RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Product)
    WHERE (EXISTS {
        MATCH (n0)-[r0:IN_REGION]->(n1:Region)
        WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1)
          AND EXISTS {
            MATCH (n1)<-[r1:IN_REGION]-(n2:Product)
            WHERE ((r1.validFrom IS NULL OR r1.validFrom <= $p1)
              AND (r1.validTo IS NULL OR r1.validTo > $p1)
              AND EXISTS {
                MATCH (n2)-[r2:IN_REGION]->(n3:Region)
                WHERE ((r2.validFrom IS NULL OR r2.validFrom <= $p1)
                  AND (r2.validTo IS NULL OR r2.validTo > $p1)
                  AND NOT (n3 IN s0))
                RETURN 1
              })
            RETURN 1
          })
        RETURN 1
      }
      AND n0.key IS NOT NULL)
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p3
    RETURN [n0.key]
  }] AS row}
RETURN field, row
