// providersConnection { totalCount }
// regions [ code name providersConnection { totalCount } municipalitiesConnection { totalCount } ]
// productsConnection { groups [ key { category } count { nodes } ] }
CALL () { MATCH (p:Provider) RETURN count(p) AS providers }
CALL () {
  MATCH (g:Region)
  WITH g ORDER BY g.code
  RETURN collect([g.code, g.name,
    [COUNT {
      MATCH (g)<-[r:IN_REGION]-(:Provider)
      WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
    }],
    [COUNT {
      MATCH (g)<-[r:IN_REGION]-(:Municipality)
      WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
    }]]) AS regions
}
CALL () {
  MATCH (p:Product)
  WITH p.category AS category, count(*) AS nodes ORDER BY category
  RETURN collect([[category], [nodes]]) AS groups
}
RETURN [providers] AS a, regions AS b, [groups] AS c
