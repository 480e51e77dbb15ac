// rows networks [ key name partners [ agb name kind contractedProducts [ code name ] ] ]
MATCH (n:Network)
WITH n ORDER BY n.key
RETURN [[n.key, n.name, COLLECT {
  MATCH (n)<-[r:PARTNER_IN]-(p:Provider)
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  WITH DISTINCT p ORDER BY p.agb
  RETURN [p.agb, p.name, p.kind, COLLECT {
    MATCH (p)-[c:CONTRACTED_FOR]->(q:Product)
    WHERE (c.validFrom IS NULL OR c.validFrom <= $day) AND (c.validTo IS NULL OR c.validTo > $day)
    WITH DISTINCT q ORDER BY q.key
    RETURN [q.code, q.name]
  }]
}]] AS rows
