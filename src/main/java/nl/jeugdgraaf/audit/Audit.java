package nl.jeugdgraaf.audit;

import java.time.Instant;
import java.util.List;
import nl.jeugdgraaf.problem.ProblemException;

/// Takes down who sees whose data, and tells it.
public interface Audit {
  /// Takes entries down, all or none. When it returns they are kept, whatever happens next.
  ///
  /// When it throws they may be kept nonetheless: rather too much is recorded than too little.
  ///
  /// @param entries what is to be recorded
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if they are not kept, or nobody knows; then
  ///   nothing that they are about may leave the server
  void append(List<AuditEntry> entries);

  /// Finds what was recorded about one youth.
  ///
  /// @param subject id of the youth; empty for what is about nobody in particular
  /// @param from first moment, by the start of what was done
  /// @param to first moment after it
  /// @param limit how many records at most, the first ones
  /// @return the records in the order of their numbers; subjects are pseudonyms
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if they cannot be read
  List<AuditRecord> accesses(String subject, Instant from, Instant to, int limit);
}
