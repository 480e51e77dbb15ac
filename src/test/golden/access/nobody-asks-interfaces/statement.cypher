CYPHER 5
MATCH (n0:Agreement)
WHERE n0.key = $p2
WITH n0
ORDER BY n0.key ASC
WITH collect(n0) AS v1
UNWIND range(0, size(v1) - 1, 200) AS v2
RETURN 0 AS field,
  [COLLECT {
    UNWIND v1[v2..v2 + 200] AS n0
    RETURN [n0.key,
      [COUNT {
      MATCH (n0)<-[r0:PARTY_TO]-(n1:Organisation)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))
      RETURN 1
    }]]
  }] AS row
