package nl.jeugdgraaf.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.jeugdgraaf.problem.ProblemException;

/// Records who sees whose data, and finds those records again.
public interface Audit {
  /// Records entries, all or none. When this returns, they survive any crash.
  ///
  /// When it throws, they may be recorded nonetheless: too much is better than too little.
  ///
  /// @param entries what to record
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if they are not recorded, or if that is unknown;
  ///   then the data that they describe must not leave the server
  void append(List<AuditEntry> entries);

  /// Records that somebody was refused. Each caller has its first refusal in an hour recorded; of
  /// further ones, and of those of too many callers, only the number is recorded, later. Never
  /// fails: who is refused learns that, also if nothing can be recorded.
  ///
  /// @param entry what was refused; its data are [AuditEntry.Data#NONE]
  void refused(AuditEntry entry);

  /// Finds the records about one youth.
  ///
  /// @param subject key of the youth
  /// @param from earliest start of a record, inclusive
  /// @param to latest start of a record, exclusive
  /// @param limit at most so many records, the first ones
  /// @param within how long it may take
  /// @return the records, the earliest first; each names this youth only, by its pseudonym
  /// @throws ProblemException `TIMEOUT` if it takes longer, `AUDIT_UNAVAILABLE` if they cannot be
  ///   read
  List<AuditRecord> accesses(String subject, Instant from, Instant to, int limit, Duration within);
}
