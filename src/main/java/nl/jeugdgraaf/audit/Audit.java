package nl.jeugdgraaf.audit;

import java.util.List;

/// Takes down who sees whose data.
@FunctionalInterface
public interface Audit {
  /// Takes entries down, all or none. When it returns they are kept, whatever happens next.
  ///
  /// @param entries what is to be recorded, at least one
  /// @throws nl.jeugdgraaf.problem.ProblemException `AUDIT_UNAVAILABLE` if they cannot be kept; then
  ///   nothing they are about may leave the server
  void append(List<AuditEntry> entries);
}
