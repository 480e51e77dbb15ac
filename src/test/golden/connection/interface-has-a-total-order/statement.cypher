CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Segment|Product|Module|Delivery|Goal|Indicator|Provider|Network|Referrer|SafetyPartner|School|Agreement|Clause|Family|Youth|Measure|Region|Municipality|Source|Trajectory|Analysis|Plan|Meeting|Criterion|BigFiveStatus)
    WHERE any(label IN labels(n0) WHERE label IN $p1)
    WITH n0
    ORDER BY n0.key ASC,
      n0.id ASC,
      n0.agb ASC,
      n0.code ASC,
      head([label IN labels(n0)
        WHERE label IN ['Segment', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator', 'Provider',
          'Network', 'Referrer', 'SafetyPartner', 'School', 'Agreement', 'Clause', 'Family',
          'Youth', 'Measure', 'Region', 'Municipality', 'Source', 'Trajectory', 'Analysis', 'Plan',
          'Meeting', 'Criterion', 'BigFiveStatus']]) ASC
    LIMIT $p2
    RETURN [n0.key, n0.id, n0.agb, n0.code,
      head([label IN labels(n0)
      WHERE label IN ['Segment', 'Product', 'Module', 'Delivery', 'Goal', 'Indicator', 'Provider',
        'Network', 'Referrer', 'SafetyPartner', 'School', 'Agreement', 'Clause', 'Family', 'Youth',
        'Measure', 'Region', 'Municipality', 'Source', 'Trajectory', 'Analysis', 'Plan', 'Meeting',
        'Criterion', 'BigFiveStatus']]), labels(n0)]
  }] AS row
