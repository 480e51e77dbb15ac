package nl.jeugdgraaf.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditRecord;

/// An audit record in memory.
///
/// @param entries what was recorded
/// @param log gets the same
public record RecordingAudit(List<AuditEntry> entries, Optional<Audit> log) implements Audit {
  /// Creates a record in memory alone.
  public RecordingAudit(List<AuditEntry> entries) {
    this(entries, Optional.empty());
  }

  /// {@return protection by a policy, with a record of its own}
  public static Protection protection(Policy policy) {
    return new Protection(policy::of, new RecordingAudit(new ArrayList<>()), TestDatabase.CURSORS);
  }

  @Override
  public synchronized void append(List<AuditEntry> more) {
    entries.addAll(more);
    log.ifPresent(also -> also.append(more));
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
