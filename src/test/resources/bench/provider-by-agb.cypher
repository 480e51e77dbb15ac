// provider { agb kvk name kind expertise source confidence region { code name buyingBody }
//   networks [ key name ] agreements [ key kind name group startsOn endsOn ]
//   sources [ key title status ] }
MATCH (p:Provider {agb: $agb})
RETURN [p.agb, p.kvk, p.name, p.kind, p.expertise, p.source, p.confidence,
  head(COLLECT {
    MATCH (p)-[r:IN_REGION]->(g:Region)
    WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
    RETURN [g.code, g.name, g.buyingBody] ORDER BY g.code LIMIT 1
  }),
  COLLECT {
    MATCH (p)-[r:PARTNER_IN]->(n:Network)
    WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
    WITH DISTINCT n ORDER BY n.key
    RETURN [n.key, n.name]
  },
  COLLECT {
    MATCH (p)-[r:PARTY_TO]->(a:Agreement)
    WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
    WITH DISTINCT a ORDER BY a.key
    RETURN [a.key, a.kind, a.name, a.group, a.startsOn, a.endsOn]
  },
  COLLECT {
    MATCH (p)-[:STATED_IN]->(s:Source)
    WITH DISTINCT s ORDER BY s.key
    RETURN [s.key, s.title, s.status]
  }] AS provider
