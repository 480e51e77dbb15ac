CYPHER 5
RETURN 0 AS field,
  [COLLECT {
    MATCH (n0:Source)
    WHERE n0.key IS NOT NULL
    WITH n0
    ORDER BY n0.key ASC
    LIMIT $p2
    RETURN [n0.key,
      [COUNT {
      MATCH (n0)<-[r0:STATED_IN]-(n1:Segment|Product|Module|Goal|Indicator|Provider|Network|Referrer|SafetyPartner|School|Agreement|Clause|Region|Municipality|Source|Criterion)
      RETURN 1
    }]]
  }] AS row
