package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nl.jeugdgraaf.ListenedLog;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// While the database is away the log grows by a line a minute and not by a line a request.
class ErrorReporterTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T10:00:00Z"));
  private final ErrorReporter reporter = new ErrorReporter(now::get);
  @RegisterExtension final ListenedLog log = new ListenedLog(ErrorReporter.class.getName());

  private void fail(Code code, int times) {
    for (int i = 0; i < times; i++) {
      var problems = reporter.report(new ProblemException(code, "It failed."));
      assertEquals(code, problems.getFirst().code());
    }
  }

  @Test
  void theFirstIsLoggedAtOnceAndOneAMinuteAfterIt() {
    fail(Code.DATABASE_UNAVAILABLE, 400);
    assertEquals(List.of("DATABASE_UNAVAILABLE: It failed."), log.lines());

    now.set(now.get().plusSeconds(60));
    fail(Code.DATABASE_UNAVAILABLE, 3);
    assertEquals(2, log.lines().size());
    assertTrue(log.lines().getLast().endsWith(", and 399 like it before"), log.lines()::getLast);
  }

  @Test
  void anotherKindHasALineOfItsOwn() {
    fail(Code.DATABASE_UNAVAILABLE, 2);
    fail(Code.TIMEOUT, 2);
    assertEquals(2, log.lines().size());
  }

  @Test
  void whatACallerDidWrongIsNotLogged() {
    fail(Code.BAD_USER_INPUT, 1);
    assertEquals(List.of(), log.lines());
  }
}
