MATCH (t:Trajectory)-[:FOR]->(y)
WHERE t.kind = 'HSJ' AND t.decision = 'HSJ' AND t.firstHelpOn <= $on
  AND (t.endedOn IS NULL OR t.endedOn > $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
WITH t, y, COUNT { (t)<-[c:CONTACT_FOR]-()
  WHERE (c.validFrom IS NULL OR c.validFrom <= $on) AND (c.validTo IS NULL OR c.validTo > $on) } AS contacts
RETURN y.key AS youth, $on AS day,
  CASE WHEN t.analysedOn IS NOT NULL AND t.analysedOn <= $on THEN 'COMPLETE' ELSE 'MISSING' END AS analysis,
  CASE WHEN contacts = 0 THEN 'NONE' WHEN contacts = 1 THEN 'ONE' ELSE 'SEVERAL' END AS contact
