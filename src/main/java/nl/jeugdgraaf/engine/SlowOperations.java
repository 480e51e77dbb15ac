package nl.jeugdgraaf.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.engine.Engine.Execution;

/// Logs operations that take long: which document, as the audit log names it, for whom, how it
/// ended, and what it was estimated to cost. No value and no name that a client chose.
final class SlowOperations {
  private static final Logger LOG = System.getLogger(SlowOperations.class.getName());
  private static final Duration SLOW = Duration.ofSeconds(2);

  private SlowOperations() {}

  /// Logs an operation if it took long. Its role is one of the schema, since it was allowed.
  static void log(Request request, Execution execution, Outcome outcome, Duration took) {
    if (took.compareTo(SLOW) < 0) {
      return;
    }
    var role = request.caller().role();
    LOG.log(
        Level.INFO,
        "Slow operation: {0} ms, outcome {1}, document {2}, role {3}, estimated to read {4},"
            + " statement of {5} characters",
        Long.toString(took.toMillis()),
        outcome,
        execution.operation().recorded().documentHash(),
        role.isEmpty() ? "none" : role,
        Long.toString(execution.bounds().cost().estimated()),
        Integer.toString(execution.operation().text().length()));
  }
}
