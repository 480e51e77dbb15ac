// rows products [ key code name category segments [ code name ] clusters [ code name module { number name } ] ]
MATCH (p:Product)
WITH p ORDER BY p.key
WITH [p.key, p.code, p.name, p.category, COLLECT {
  MATCH (p)-[r:MAPS_TO]->(s:Segment)
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  WITH DISTINCT s ORDER BY s.key
  RETURN [s.code, s.name]
}, COLLECT {
  MATCH (p)-[r:LISTED_IN]->(c:Cluster)
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  WITH DISTINCT c ORDER BY c.key
  OPTIONAL MATCH (c)-[q:PART_OF_MODULE]->(m:Module)
  WHERE (q.validFrom IS NULL OR q.validFrom <= $day) AND (q.validTo IS NULL OR q.validTo > $day)
  RETURN [c.code, c.name, CASE WHEN m IS NOT NULL THEN [m.number, m.name] END]
}] AS row
WITH collect(row) AS rows
UNWIND range(0, size(rows) - 1, 200) AS first
RETURN rows[first..first + 200] AS rows
