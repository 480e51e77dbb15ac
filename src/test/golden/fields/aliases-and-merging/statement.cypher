CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Product)
    WHERE n0.key = $p2
    WITH n0
    LIMIT 1
    RETURN [n0.code,
      head(COLLECT {
      MATCH (n0)-[r0:IN_REGION]->(n1:Region)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      WITH r0, n1
      ORDER BY n1.code ASC
      LIMIT 1
      RETURN [n1.code, n1.name, n1.buyingBody]
    })]
  })] AS row
