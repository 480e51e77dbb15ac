// youth { key name birthDate trajectories [ key kind step startedOn
//   deliveries [ key status startedOn endedOn product { code name } module { number name }
//     deliveredBy { __typename name } ]
//   regieHolders [ __typename name ] ] }
MATCH (y:Youth {key: $key})
WHERE (y.birthDate IS NULL OR y.birthDate <= $day) AND EXISTS {
  MATCH (y)-[r:LIVES_IN]->(:Municipality {code: $organisation})
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
}
RETURN [y.key, y.name, y.birthDate, COLLECT {
  MATCH (y)<-[:FOR]-(t:Trajectory)
  WHERE t.signalledOn IS NULL OR t.signalledOn <= $day
  WITH t ORDER BY t.key
  RETURN [t.key, t.kind,
    CASE WHEN t.endedOn <= $day THEN 'OUTFLOW' WHEN t.firstHelpOn <= $day THEN 'CARE'
    WHEN t.plannedOn <= $day THEN 'PLAN' WHEN t.analysedOn <= $day THEN 'ANALYSIS'
    WHEN t.decidedOn <= $day THEN 'DECISION' WHEN t.intakeOn <= $day THEN 'INTAKE'
    WHEN t.signalledOn <= $day THEN 'SIGNAL' ELSE t.statedStep END,
    t.startedOn,
    COLLECT {
      MATCH (t)<-[:PART_OF]-(d:Delivery)
      WHERE d.decidedOn IS NULL OR d.decidedOn <= $day
      WITH d ORDER BY d.key
      RETURN [d.key,
        CASE WHEN d.endedOn <= $day THEN 'STOPPED' WHEN d.startedOn <= $day THEN 'RUNNING'
    WHEN d.startedOn > $day THEN 'PLANNED' ELSE d.statedStatus END,
        d.startedOn, d.endedOn,
        head([(d)-[:OF_PRODUCT]->(p:Product) | [p.code, p.name]]),
        head([(d)-[:IN_MODULE]->(m:Module) | [m.number, m.name]]),
        head(COLLECT {
          MATCH (d)<-[r:DELIVERS]-(o:Organisation)
          WHERE (r.validFrom IS NULL OR r.validFrom <= $day)
            AND (r.validTo IS NULL OR r.validTo > $day OR (d.endedOn <= $day AND NOT EXISTS {
              MATCH (d)<-[l:DELIVERS]-(:Organisation)
              WHERE (l.validFrom IS NULL OR l.validFrom <= $day)
                AND (l.validTo IS NULL OR l.validTo > r.validTo)
            }))
          RETURN [labels(o), o.name] ORDER BY o.agb, o.key LIMIT 1
        })]
    },
    COLLECT {
      MATCH (t)<-[r:HOLDS_REGIE]-(h:RegieHolder)
      WHERE (r.validFrom IS NULL OR r.validFrom <= $day)
        AND (r.validTo IS NULL OR r.validTo > $day)
      WITH DISTINCT h ORDER BY h.agb, h.key, h.code
      RETURN [labels(h), h.name]
    }]
}] AS youth
