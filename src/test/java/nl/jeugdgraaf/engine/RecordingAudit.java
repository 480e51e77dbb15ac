package nl.jeugdgraaf.engine;

import java.time.Instant;
import java.util.List;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditRecord;

/// Takes entries down in a list.
///
/// @param entries the list
public record RecordingAudit(List<AuditEntry> entries) implements Audit {
  @Override
  public synchronized void append(List<AuditEntry> more) {
    entries.addAll(more);
  }

  @Override
  public List<AuditRecord> accesses(String subject, Instant from, Instant to, int limit) {
    return List.of();
  }
}
