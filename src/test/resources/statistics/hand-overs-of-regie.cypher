MATCH (one)-[before:HOLDS_REGIE]->(t:Trajectory)<-[now:HOLDS_REGIE]-(other)
WHERE one <> other AND before.kind = now.kind AND before.validTo <= now.validFrom
  AND $on <= now.validFrom < $after
  AND (t.signalledOn IS NULL OR t.signalledOn <= now.validFrom)
MATCH (t)-[:FOR]->(y)
WHERE y.birthDate IS NULL OR y.birthDate <= now.validFrom
RETURN y.key AS youth, now.validFrom AS day, now.kind AS kind
