package nl.jeugdgraaf.audit;

import java.util.List;
import nl.jeugdgraaf.problem.ProblemException;

/// Takes down who sees whose data.
@FunctionalInterface
public interface Audit {
  /// Takes entries down, all or none. When it returns they are kept, whatever happens next.
  ///
  /// When it throws they may be kept nonetheless: rather too much is recorded than too little.
  ///
  /// @param entries what is to be recorded
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if they are not kept, or nobody knows; then
  ///   nothing that they are about may leave the server
  void append(List<AuditEntry> entries);
}
