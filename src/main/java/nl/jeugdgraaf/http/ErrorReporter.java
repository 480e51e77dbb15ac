package nl.jeugdgraaf.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Decides what the log and the client get when something fails.
///
/// A bug gets a short reference in both, so that the operator can find it while the client sees
/// nothing of the inside.
final class ErrorReporter {
  private static final Logger LOG = System.getLogger(ErrorReporter.class.getName());

  private ErrorReporter() {}

  /// {@return what the client is told about problems, after logging what the operator must know}
  static List<Problem> report(ProblemException e) {
    return switch (e.problems().getFirst().code()) {
      case INTERNAL_ERROR -> List.of(reportBug(e));
      case DATABASE_UNAVAILABLE, AUDIT_UNAVAILABLE, TIMEOUT -> {
        LOG.log(Level.WARNING, "{0} {1}", e.getMessage(), cause(e));
        yield e.problems();
      }
      default -> e.problems();
    };
  }

  /// {@return what the client is told about a bug, after logging it}
  static Problem reportBug(Throwable bug) {
    var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.log(Level.ERROR, "Request failed, reference " + reference, bug);
    return Problem.of(
        Code.INTERNAL_ERROR, "Internal error. Report reference " + reference + " to the operator.");
  }

  private static String cause(ProblemException e) {
    return e.getCause() == null ? "" : "(" + e.getCause().getClass().getSimpleName() + ")";
  }
}
