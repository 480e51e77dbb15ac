package nl.jeugdgraaf.audit;

import java.time.Instant;
import java.util.List;

/// Takes down who sees whose data, and tells it.
public interface Audit {
  /// Takes entries down, all or none. When it returns they are kept, whatever happens next.
  ///
  /// @param entries what is to be recorded, at least one
  /// @throws nl.jeugdgraaf.problem.ProblemException `AUDIT_UNAVAILABLE` if they cannot be kept; then
  ///   nothing they are about may leave the server
  void append(List<AuditEntry> entries);

  /// Finds what was recorded about one youth.
  ///
  /// @param subject id of the youth
  /// @param from first moment
  /// @param to first moment after it
  /// @param limit how many records at most
  /// @return the records in the order of their numbers; subjects are pseudonyms
  /// @throws nl.jeugdgraaf.problem.ProblemException `AUDIT_UNAVAILABLE` if they cannot be read
  List<AuditRecord> accesses(String subject, Instant from, Instant to, int limit);
}
