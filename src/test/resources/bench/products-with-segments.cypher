// rows products [ key code name category segments [ code name level modules [ number name ] ] ]
MATCH (p:Product)
WITH p ORDER BY p.key
WITH [p.key, p.code, p.name, p.category, COLLECT {
  MATCH (p)-[r:MAPS_TO]->(s:Segment)
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  WITH DISTINCT s ORDER BY s.key
  RETURN [s.code, s.name, s.level, COLLECT {
    MATCH (s)-[q:PART_OF_MODULE]->(m:Module)
    WHERE (q.validFrom IS NULL OR q.validFrom <= $day) AND (q.validTo IS NULL OR q.validTo > $day)
    WITH DISTINCT m ORDER BY m.key
    RETURN [m.number, m.name]
  }]
}] AS row
WITH collect(row) AS rows
UNWIND range(0, size(rows) - 1, 200) AS first
RETURN rows[first..first + 200] AS rows
