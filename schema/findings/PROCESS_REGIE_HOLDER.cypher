// text: The regie over the process is held by another than a local team, a certified institution or
//   a municipality.
// quotation: de procesregie blijft bij het lokale team of de GI
// place: S0, text lines 92-94; S1, text lines 202-205
MATCH (holder)-[regie:HOLDS_REGIE {kind: 'PROCESS'}]->(trajectory:Trajectory {kind: 'HSJ'})
WHERE NOT holder:Municipality
  AND NOT (
    holder:Referrer
    AND coalesce(holder.kind IN ['LOCAL_TEAM', 'CERTIFIED_INSTITUTION', 'MUNICIPALITY'], true)
  )
RETURN trajectory, regie.validFrom AS since,
  CASE WHEN regie.validTo IS NULL OR trajectory.endedOn < regie.validTo
    THEN trajectory.endedOn ELSE regie.validTo END AS until
