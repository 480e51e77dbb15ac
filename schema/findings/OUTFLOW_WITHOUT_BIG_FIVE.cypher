// text: Specialised care ended while an area of the Big Five was insecure, or while none was recorded.
// quotation: We laten pas los als elke jeugdige (zicht op) een stabiele basis heeft waarbij de
//   verbinding met de Big Five is geborgd
// place: S1, text lines 104-105
MATCH (trajectory:Trajectory {kind: 'HSJ'})
WHERE trajectory.startedOn IS NOT NULL
  AND trajectory.endedOn IS NOT NULL
  AND NOT 'BIG_FIVE' IN coalesce(trajectory.unrecorded, [])
  AND (
    NOT EXISTS { (trajectory)<-[:PART_OF]-(:BigFiveStatus) }
    OR EXISTS { (trajectory)<-[:PART_OF]-(:BigFiveStatus {status: 'INSECURE'}) }
  )
RETURN trajectory, trajectory.endedOn AS since, null AS until
