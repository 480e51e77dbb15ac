// trajectory { id kind step startedOn youth { name birthDate }
//   regieHoldersConnection { edges [ properties { kind validFrom validTo source confidence }
//     node { __typename name } ] totalCount } }
MATCH (t:Trajectory {id: $id})
CALL (t) {
  MATCH (t)<-[r:HOLDS_REGIE]-(h:RegieHolder)
  WHERE (r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day)
  WITH r, h ORDER BY h.agb, h.key, h.code, r.validFrom, r.kind
  RETURN collect([[r.kind, r.validFrom, r.validTo, r.source, r.confidence], [labels(h), h.name]])
      AS edges,
    any(key IN collect(CASE WHEN h:Referrer THEN h.key END) WHERE key = $organisation) AS mine
}
WITH t, edges WHERE mine
RETURN [t.id, t.kind, t.step, t.startedOn,
  head([(t)-[:FOR]->(y:Youth) | [y.name, y.birthDate]]),
  [edges[..10000], size(edges)]] AS trajectory
