CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Trajectory)
    WHERE (NOT (coalesce(n0.signalledOn > $p1, false)) AND n0.key IN $p2)
    OPTIONAL MATCH (n0)<-[r0:HOLDS_REGIE]-(n1:RegieHolder)
    WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
      AND (r0.validTo IS NULL OR r0.validTo > $p1))
    WITH n1 IS NOT NULL AS v0,
      n1.agb AS v1,
      n1.key AS v2,
      n1.code AS v3,
      head([label IN labels(n1)
        WHERE label IN ['Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'Municipality']]) AS v4,
      n1.name AS v5,
      count(DISTINCT n0) AS v6
    WITH v0, v1, v2, v3, v4, v5, v6
    ORDER BY v0 DESC,
      v1 ASC,
      v2 ASC,
      v3 ASC,
      v4 ASC,
      CASE WHEN v5 IS :: STRING
        THEN reduce(folded = normalize(toLower(v5), NFKD),
          pair IN $p3 | replace(folded, pair[0], pair[1])) + '\u0000' + v5
        ELSE v5 END ASC
    LIMIT $p4
    RETURN [v0, $p1, v1, v2, v3, v4, v5, v6]
  }] AS row
