package nl.jeugdgraaf.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// What the log gets and what the client gets when something fails.
///
/// A bug gets a short reference that stands in both, so that a client can be helped without being
/// shown anything of the inside.
final class ErrorReporter {
  private static final Logger LOG = System.getLogger(ErrorReporter.class.getName());

  private ErrorReporter() {}

  static List<Problem> toProblems(ProblemException e) {
    return switch (e.problems().getFirst().code()) {
      case INTERNAL_ERROR -> List.of(toProblem(e));
      case DATABASE_UNAVAILABLE, AUDIT_UNAVAILABLE, TIMEOUT -> {
        LOG.log(Level.WARNING, "{0} {1}", e.getMessage(), cause(e));
        yield e.problems();
      }
      default -> e.problems();
    };
  }

  static Problem toProblem(Throwable bug) {
    var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.log(Level.ERROR, "request failed, reference " + reference, bug);
    return Problem.of(
        Code.INTERNAL_ERROR, "The server failed; tell its keeper the reference " + reference + ".");
  }

  private static String cause(ProblemException e) {
    return e.getCause() == null ? "" : "(" + e.getCause().getClass().getSimpleName() + ")";
  }
}
