MATCH (p:Product)<-[:OF_PRODUCT]-(d)-[:PART_OF]->()-[:FOR]->(y)
WHERE substring(p.code, 0, 2) IN ['43', '44'] AND $on <= d.endedOn < $after AND d.startedOn <= d.endedOn
  AND (y.birthDate IS NULL OR y.birthDate <= d.startedOn)
OPTIONAL MATCH (d)-[:IN_SEGMENT]->(s)
RETURN y.key AS youth, d.endedOn AS day, s.key AS segment,
  CASE
    WHEN d.endedOn <= d.startedOn + duration({days: 91}) THEN 'UP_TO_3_MONTHS'
    WHEN d.endedOn <= d.startedOn + duration({days: 183}) THEN 'UP_TO_6_MONTHS'
    WHEN d.endedOn <= d.startedOn + duration({days: 365}) THEN 'UP_TO_1_YEAR'
    ELSE 'LONGER'
  END AS duration
