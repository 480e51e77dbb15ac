// text: Specialised help began before a shared explanatory analysis was complete.
// quotation: Wanneer er sprake is van HSJ-MCP problematiek wordt er altijd een Verklarende Analyse gedaan
// place: S0, text lines 62-63; S3, text line 293
MATCH (trajectory:Trajectory {kind: 'HSJ'})
WHERE trajectory.firstHelpOn IS NOT NULL OR trajectory.statedStep = 'CARE'
RETURN trajectory, trajectory.firstHelpOn AS since, trajectory.endedOn AS until,
  COLLECT {
    MATCH (trajectory)<-[:PART_OF]-(analysis:Analysis)
    WHERE analysis.completedOn IS NOT NULL OR analysis.statedStatus = 'COMPLETE'
    RETURN {since: analysis.completedOn, until: null}
  } AS covered
