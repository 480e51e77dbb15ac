// text: The decision was against specialised care, and the network follows nothing up.
// quotation: Niet? Dan actief meedenken en helpen met vervolgstappen.
// place: S1, text line 192
MATCH (trajectory:Trajectory {decision: 'NO_HSJ'})
WHERE trajectory.followUp IS NULL
RETURN trajectory, trajectory.decidedOn AS since, null AS until,
  COLLECT {
    MATCH (trajectory)<-[follow:FOLLOWS_UP]-()
    RETURN {since: follow.validFrom, until: null}
  } AS covered
