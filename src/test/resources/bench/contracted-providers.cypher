// product { key name contractedProvidersConnection { edges [
//   properties { agreement validFrom validTo source confidence }
//   node { agb name kind region { code } } ] totalCount } }
MATCH (p:Product {key: $key})
CALL (p) {
  MATCH (p)<-[r:CONTRACTED_FOR]-(o:Provider)
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  WITH r, o ORDER BY o.agb, r.validFrom, r.agreement
  RETURN collect([[r.agreement, r.validFrom, r.validTo, r.source, r.confidence],
    [o.agb, o.name, o.kind, head(COLLECT {
      MATCH (o)-[q:IN_REGION]->(g:Region)
      WHERE (q.validFrom IS NULL OR q.validFrom <= $day) AND (q.validTo IS NULL OR q.validTo > $day)
      RETURN [g.code] ORDER BY g.code LIMIT 1
    })]]) AS edges
}
RETURN [p.key, p.name, [edges[..10000], size(edges)]] AS product
