CYPHER 5
MATCH (n0:Delivery)
WHERE n0.id = $p1
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0)<-[r0:DELIVERS]-(n1:Organisation)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p0)
      AND (r0.validTo IS NULL OR r0.validTo > $p0))
    WITH r0, n1
    ORDER BY n1.agb ASC,
      n1.key ASC,
      n1.code ASC,
      head([label IN labels(n1)
        WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Municipality']]) ASC
    LIMIT 1
    RETURN [n1.name]
  }),
    head(COLLECT {
    MATCH (n0)-[r1:OF_PRODUCT]->(n2:Product)
    WITH r1, n2
    ORDER BY n2.key ASC
    LIMIT 1
    RETURN [n2.code]
  })] AS row
