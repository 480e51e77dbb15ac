MATCH (p:Product)<-[:OF_PRODUCT]-(d)-[:PART_OF]->()-[:FOR]->(y)
WHERE substring(p.code, 0, 2) IN ['43', '44'] AND $on <= d.startedOn < $after
  AND (y.birthDate IS NULL OR y.birthDate <= d.startedOn)
  AND EXISTS {
    MATCH (q:Product)<-[:OF_PRODUCT]-(e)-[:PART_OF]->()-[:FOR]->(y)
    WHERE substring(q.code, 0, 2) IN ['43', '44'] AND e.startedOn < d.startedOn
      AND d.startedOn - duration({days: 30}) < e.endedOn <= d.startedOn
  }
OPTIONAL MATCH (d)-[:IN_SEGMENT]->(s)
RETURN y.key AS youth, d.startedOn AS day, s.key AS segment
