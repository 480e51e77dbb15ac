CYPHER 5
MATCH (n0:Delivery)
WHERE (NOT (coalesce(n0.decidedOn > $p1, false))
  AND CASE WHEN n0.endedOn <= $p1
    THEN 'STOPPED'
    WHEN n0.startedOn <= $p1
    THEN 'RUNNING'
    WHEN n0.startedOn > $p1
    THEN 'PLANNED'
    ELSE n0.statedStatus END = $p2)
WITH collect(n0) AS v0
RETURN 0 AS field,
  [COLLECT {
      UNWIND v0 AS n0
      OPTIONAL MATCH (n0)<-[r0:DELIVERS]-(n1:Organisation)
      WHERE (((r0.validFrom IS NULL OR r0.validFrom <= $p1)
          AND (r0.validTo IS NULL OR r0.validTo > $p1))
        OR (n0.endedOn <= $p1
          AND NOT (coalesce(r0.validFrom > $p1, false))
          AND NOT (EXISTS {
            MATCH (n0)<-[r1:DELIVERS]-(n2:Organisation)
            WHERE (NOT (coalesce(r1.validFrom > $p1, false))
              AND (r1.validTo > r0.validTo OR (r1.validTo IS NULL AND r0.validTo IS NOT NULL)))
            RETURN 1
          })))
      WITH n1 IS NOT NULL AS v1, n1.name AS v2, count(DISTINCT n0) AS v3
      WITH v1, v2, v3
      ORDER BY v1 DESC,
        CASE WHEN v2 IS :: STRING
          THEN reduce(folded = normalize(toLower(v2), NFKD),
            pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + v2
          ELSE v2 END ASC
      LIMIT $p4
      RETURN [v1, v2, v3]
    },
    head(COLLECT {
      UNWIND CASE WHEN size(v0) > 0 THEN v0 ELSE [null] END AS n0
      WITH count(DISTINCT CASE WHEN n0.endedOn <= $p1
        THEN 'STOPPED'
        WHEN n0.startedOn <= $p1
        THEN 'RUNNING'
        WHEN n0.startedOn > $p1
        THEN 'PLANNED'
        ELSE n0.statedStatus END) AS v4
      RETURN [v4]
    })] AS row
