CYPHER 5
RETURN 0 AS field,
  [head(COLLECT {
    MATCH (n0:Provider)
    WHERE n0.agb = $p2
    MATCH (n1:Municipality)
    WHERE n1.code = $p3
    WITH n0, n1
    WHERE n0 <> n1
    MATCH v0 = SHORTEST 1 (n0) (()-[r0:CHILD_OF|PART_OF_MODULE|MAPS_TO|LISTED_IN|IN_REGION|CONTRACTED_FOR|PARTNER_IN|PARTY_TO|IN_MUNICIPALITY|COVERS|PARTICIPATES_IN]-(n2)
      WHERE ((r0.validFrom IS NULL OR r0.validFrom <= $p1)
        AND (r0.validTo IS NULL OR r0.validTo > $p1))){1,6} (n1)
    WHERE length(v0) <= $p4
    WITH v0
    WITH v0
    ORDER BY length(v0) ASC
    LIMIT 1
    RETURN [length(v0),
      COLLECT { UNWIND nodes(v0) AS n3 RETURN [labels(n3)] },
      COLLECT { UNWIND relationships(v0) AS r1 RETURN [type(r1)] }]
  })] AS row
