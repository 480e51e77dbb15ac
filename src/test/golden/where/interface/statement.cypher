CYPHER 5 MATCH (n1:Trajectory)
WHERE n1.id = $p1
MATCH (n1)<-[r0:HOLDS_REGIE]-(n0:RegieHolder)
WHERE ((r0.validFrom IS NULL
    OR r0.validFrom <= $p0)
  AND (r0.validTo IS NULL
    OR r0.validTo > $p0))
WITH DISTINCT n0 ORDER BY n0.agb ASC, n0.key ASC, n0.code ASC, head([label IN labels(n0) WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Municipality']]) ASC
RETURN 0 AS field, [n0.name, labels(n0)] AS row
