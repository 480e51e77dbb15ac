MATCH (f:Finding)-[:FOUND_AT]->(t:Trajectory)-[:FOR]->(y)
WHERE (f.since IS NULL OR f.since <= $on) AND (f.until IS NULL OR f.until > $on)
  AND (t.signalledOn IS NULL OR t.signalledOn <= $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
RETURN y.key AS youth, $on AS day, f.rule AS rule
