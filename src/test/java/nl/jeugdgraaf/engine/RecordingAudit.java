package nl.jeugdgraaf.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditRecord;

/// An audit record in memory.
///
/// @param entries what was recorded
public record RecordingAudit(List<AuditEntry> entries) implements Audit {
  /// {@return protection by a policy, with a record of its own}
  public static Protection protection(Policy policy) {
    return new Protection(policy::of, new RecordingAudit(new ArrayList<>()), TestDatabase.CURSORS);
  }

  @Override
  public synchronized void append(List<AuditEntry> more) {
    entries.addAll(more);
  }

  @Override
  public void refused(AuditEntry entry) {
    append(List.of(entry));
  }

  @Override
  public List<AuditRecord> accesses(
      String subject, Instant from, Instant to, int limit, Duration within) {
    return List.of();
  }
}
