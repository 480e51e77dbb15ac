// youth { id name birthDate trajectories [ id kind step startedOn
//   deliveries [ id status startedOn endedOn product { code name } module { number name }
//     deliveredBy { __typename name } ]
//   regieHolders [ __typename name ] ] }
MATCH (y:Youth {id: $id})
WHERE EXISTS {
  MATCH (y)-[r:LIVES_IN]->(:Municipality {code: $organisation})
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
}
RETURN [y.id, y.name, y.birthDate, COLLECT {
  MATCH (y)<-[:FOR]-(t:Trajectory)
  WITH t ORDER BY t.id
  RETURN [t.id, t.kind, t.step, t.startedOn,
    COLLECT {
      MATCH (t)<-[:PART_OF]-(d:Delivery)
      WITH d ORDER BY d.id
      RETURN [d.id, d.status, d.startedOn, d.endedOn,
        head([(d)-[:OF_PRODUCT]->(p:Product) | [p.code, p.name]]),
        head([(d)-[:IN_MODULE]->(m:Module) | [m.number, m.name]]),
        head(COLLECT {
          MATCH (d)<-[r:DELIVERS]-(o:Organisation)
          WHERE (r.validFrom IS NULL OR r.validFrom <= $day)
            AND (r.validTo IS NULL OR r.validTo > $day)
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
