CYPHER 5 MATCH (n0:Product)
WHERE NOT (EXISTS {
  MATCH (n0)-[r0:IN_REGION]->(n1:Region)
  WHERE ((r0.validFrom IS NULL
      OR r0.validFrom <= $p0)
    AND (r0.validTo IS NULL
      OR r0.validTo > $p0))
  RETURN 1
})
WITH n0 ORDER BY n0.code ASC, n0.key ASC
RETURN 0 AS field, [n0.code, n0.name] AS row
