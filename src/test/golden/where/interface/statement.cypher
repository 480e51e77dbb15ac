CYPHER 5
MATCH (n1:Trajectory)
WHERE (NOT (coalesce(n1.signalledOn > $p1, false)) AND n1.key = $p2)
MATCH (n1)<-[r0:HOLDS_REGIE]-(n0:RegieHolder)
WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1) AND (r0.validTo IS NULL OR r0.validTo > $p1))
WITH DISTINCT n0
ORDER BY n0.agb ASC,
  n0.key ASC,
  n0.code ASC,
  head([label IN labels(n0)
    WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Municipality']]) ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.name, labels(n0)] }] AS row
