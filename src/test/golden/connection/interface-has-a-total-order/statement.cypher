CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Segment|Cluster|Product|Module|Delivery|Goal|Indicator|Provision|Provider|Network|Referrer|SafetyPartner|School|ExpertTeam|Agreement|Clause|Family|Youth|Measure|Region|Municipality|Source|Trajectory|Analysis|Plan|Meeting|Criterion|BigFiveStatus)
    WHERE ((((NOT ((n0:Delivery)) OR NOT (coalesce(n0.decidedOn > $p1, false)))
          AND (NOT ((n0:Youth)) OR NOT (coalesce(n0.birthDate > $p1, false))))
        AND (NOT ((n0:Measure)) OR NOT (coalesce(n0.startedOn > $p1, false))))
      AND (NOT ((n0:Trajectory)) OR NOT (coalesce(n0.signalledOn > $p1, false)))
      AND any(label IN labels(n0) WHERE label IN $p2))
    WITH n0
    ORDER BY n0.key ASC,
      n0.agb ASC,
      n0.code ASC,
      head([label IN labels(n0)
        WHERE label IN ['Segment', 'Cluster', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator',
          'Provision', 'Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
          'Agreement', 'Clause', 'Family', 'Youth', 'Measure', 'Region', 'Municipality', 'Source',
          'Trajectory', 'Analysis', 'Plan', 'Meeting', 'Criterion', 'BigFiveStatus']]) ASC
    LIMIT $p3
    RETURN [n0.key, n0.agb, n0.code,
      head([label IN labels(n0)
      WHERE label IN ['Segment', 'Cluster', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator',
        'Provision', 'Provider', 'Network', 'Referrer', 'SafetyPartner', 'School', 'ExpertTeam',
        'Agreement', 'Clause', 'Family', 'Youth', 'Measure', 'Region', 'Municipality', 'Source',
        'Trajectory', 'Analysis', 'Plan', 'Meeting', 'Criterion', 'BigFiveStatus']]), labels(n0)]
  }] AS row
