CYPHER 5
MATCH (n0:Product)
WHERE (EXISTS {
    MATCH (n0)-[r0:IN_REGION]->(n1:Region)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1)
      AND any(v0 IN $p4 WHERE (n0.code = v0[0] AND n1.code = v0[1])))
    RETURN 1
  }
  AND n0.key IS NOT NULL)
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v1
UNWIND range(0, size(v1) - 1, 200) AS v2
RETURN 0 AS field, [COLLECT { UNWIND v1[v2..v2 + 200] AS n0 RETURN [n0.key] }] AS row
