package nl.jeugdgraaf.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditRecord;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.problem.Bug;

/// What is between callers and data: permissions, the audit record, sealed cursors.
///
/// @param policy what a caller may see
/// @param audit records who saw whose data
/// @param cursors seals what a cursor holds
public record Protection(Function<Caller, Permissions> policy, Audit audit, Cursors cursors) {
  /// Returns the protection of the server from itself: none.
  ///
  /// @param cursors seals what a cursor holds
  /// @return the protection; for no caller
  public static Protection none(Cursors cursors) {
    return new Protection(_ -> Permissions.FULL, new Unrecorded(), cursors);
  }

  /// What the server reads for itself is recorded nowhere.
  private record Unrecorded() implements Audit {
    @Override
    public void append(List<AuditEntry> entries) {
      throw new Bug("the server's own reads have no subjects");
    }

    @Override
    public void refused(AuditEntry entry) {
      throw new Bug("the server's own reads are not refused");
    }

    @Override
    public List<AuditRecord> accesses(
        String subject, Instant from, Instant to, int limit, Duration within) {
      throw new Bug("nothing is recorded here");
    }
  }
}
