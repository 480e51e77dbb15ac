MATCH (t:Trajectory)-[:FOR]->(y)
WHERE (t.signalledOn IS NULL OR t.signalledOn <= $on)
  AND (t.endedOn IS NULL OR t.endedOn > $on)
  AND (y.birthDate IS NULL OR y.birthDate <= $on)
WITH t, y, [s IN [[t.signalledOn, 'SIGNAL'], [t.intakeOn, 'INTAKE'], [t.decidedOn, 'DECISION'],
    [t.analysedOn, 'ANALYSIS'], [t.plannedOn, 'PLAN'], [t.firstHelpOn, 'CARE']]
    WHERE s[0] <= $on | s[1]] AS reached
WITH t, y, coalesce(last(reached), t.statedStep) AS step
WHERE step IS NULL OR step <> 'OUTFLOW'
RETURN y.key AS youth, $on AS day, t.kind AS kind, step
