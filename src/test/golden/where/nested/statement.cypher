CYPHER 5
WITH COLLECT {
  MATCH (n1:Segment)
  WHERE EXISTS { MATCH (n1)-[r1:CHILD_OF]->(n2:Segment) WHERE n2.code = $p2 RETURN 1 }
  RETURN n1
} AS s0
CALL (*) {MATCH (n0:Product)
    WHERE EXISTS {
      MATCH (n0)-[r0:MAPS_TO]->(n1:Segment)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1)
        AND n1 IN s0
        AND NOT (coalesce(n1.code IN $p3, false)))
      RETURN 1
    } WITH n0 ORDER BY n0.code ASC,
  n0.key ASC WITH collect(n0) AS v0 UNWIND range(0, size(v0) - 1, 200) AS v1 RETURN 0 AS field,
  [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.code, n0.name] }] AS row}
RETURN field, row
