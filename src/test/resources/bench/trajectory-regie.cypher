// trajectory { key kind step startedOn youth { name birthDate }
//   regieHoldersConnection { edges [ properties { kind validFrom validTo source confidence }
//     node { __typename name } ] totalCount } }
MATCH (t:Trajectory {key: $key})
WHERE t.signalledOn IS NULL OR t.signalledOn <= $day
CALL (t) {
  MATCH (t)<-[r:HOLDS_REGIE]-(h:RegieHolder)
  WHERE r.validFrom IS NULL OR r.validFrom <= $day
  WITH r, h, r.validTo IS NULL OR r.validTo > $day AS now, h:Referrer AND h.key = $organisation AS own
  ORDER BY h.agb, h.key, h.code, r.validFrom, r.kind
  RETURN collect(CASE WHEN now THEN [own, [[r.kind, r.validFrom, r.validTo, r.source, r.confidence],
      [labels(h), h.name]]] END) AS found,
    any(one IN collect(own) WHERE one) AS ever,
    any(one IN collect(own AND now) WHERE one) AS mine
}
WITH t, mine, [one IN found WHERE mine OR one[0] | one[1]] AS edges WHERE ever
RETURN [t.key, t.kind,
  CASE WHEN mine THEN CASE WHEN t.endedOn <= $day THEN 'OUTFLOW' WHEN t.firstHelpOn <= $day THEN 'CARE'
    WHEN t.plannedOn <= $day THEN 'PLAN' WHEN t.analysedOn <= $day THEN 'ANALYSIS'
    WHEN t.decidedOn <= $day THEN 'DECISION' WHEN t.intakeOn <= $day THEN 'INTAKE'
    WHEN t.signalledOn <= $day THEN 'SIGNAL' ELSE t.statedStep END END,
  t.startedOn,
  CASE WHEN mine THEN head([(t)-[:FOR]->(y:Youth)
    WHERE y.birthDate IS NULL OR y.birthDate <= $day | [y.name, y.birthDate]]) END,
  [edges[..10000], size(edges)]] AS trajectory
