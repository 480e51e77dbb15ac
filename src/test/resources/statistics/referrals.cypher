MATCH (r:Referrer)<-[by:REFERRED_BY]-(t)-[:FOR]->(y)
WITH r, t, y, CASE WHEN by.on IS NULL THEN t.signalledOn ELSE by.on END AS day
WHERE $on <= day < $after AND (y.birthDate IS NULL OR y.birthDate <= day)
WITH r, t, y, day, COLLECT { MATCH (o)-[:DELIVERS]->(d)-[:PART_OF]->(t) WHERE d.startedOn = t.firstHelpOn
  RETURN DISTINCT CASE WHEN o:Network THEN o.key ELSE o.agb END } AS providers
UNWIND CASE providers WHEN [] THEN [null] ELSE providers END AS provider
RETURN y.key AS youth, day, r.kind AS referrerKind, provider
