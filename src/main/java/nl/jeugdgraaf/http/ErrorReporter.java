package nl.jeugdgraaf.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Decides what the log and the client get when something fails.
///
/// A bug gets a short reference in both, so that the operator can find it while the client sees
/// nothing of the inside. What fails for all while the database or the audit log is away gets one
/// line a minute of each kind. May be used by several threads.
final class ErrorReporter {
  private static final Logger LOG = System.getLogger(ErrorReporter.class.getName());
  private static final Duration ONE_LINE_EVERY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<Code, Logged> logged = new EnumMap<>(Code.class);

  /// The last line of a kind.
  ///
  /// @param at when it was logged
  /// @param since how many were not logged after it
  private record Logged(Instant at, long since) {}

  /// @param clock tells when a minute is over
  ErrorReporter(InstantSource clock) {
    this.clock = clock;
  }

  /// {@return what the client is told about problems, after logging what the operator must know}
  List<Problem> report(ProblemException e) {
    return switch (e.problems().getFirst().code()) {
      case INTERNAL_ERROR -> List.of(reportBug(e));
      case DATABASE_UNAVAILABLE, AUDIT_UNAVAILABLE, TIMEOUT -> {
        warn(e);
        yield e.problems();
      }
      default -> e.problems();
    };
  }

  private synchronized void warn(ProblemException e) {
    var problem = e.problems().getFirst();
    var now = clock.instant();
    var last = logged.get(problem.code());
    if (last != null && now.isBefore(last.at().plus(ONE_LINE_EVERY))) {
      logged.put(problem.code(), new Logged(last.at(), last.since() + 1));
      return;
    }
    logged.put(problem.code(), new Logged(now, 0));
    var more = last == null || last.since() == 0 ? "" : ", and " + last.since() + " like it before";
    LOG.log(Level.WARNING, "{0}: {1}{2}{3}", problem.code(), problem.message(), cause(e), more);
  }

  /// {@return what the client is told about a bug, after logging it}
  static Problem reportBug(Throwable bug) {
    var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.log(Level.ERROR, "Request failed, reference " + reference, bug);
    return Problem.of(
        Code.INTERNAL_ERROR, "Internal error. Report reference " + reference + " to the operator.");
  }

  private static String cause(ProblemException e) {
    return e.getCause() == null ? "" : " (" + e.getCause().getClass().getSimpleName() + ")";
  }
}
