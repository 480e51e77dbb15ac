package nl.jeugdgraaf.bolt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.http.Eventually;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A wait ends in time, whatever the database and the network do.
class SilentDatabaseTest {
  private static final Duration WITHIN = Duration.ofMillis(500);

  /// The limit, a second of grace, two for the database to stop, and what a busy machine adds.
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(6);

  private static final Statement LONG = Statement.of("UNWIND range(1, 1000000) AS x RETURN x");

  private SilencedProxy proxy;
  private Bolt bolt;

  @BeforeEach
  void connect() throws IOException {
    proxy = SilencedProxy.before(TestDatabase.shared().address());
    bolt = Bolt.open(proxy.address());
  }

  @AfterEach
  void disconnect() throws IOException {
    bolt.close();
    proxy.close();
  }

  @Test
  void aDatabaseThatNeverAnswersIsNotWaitedFor() {
    proxy.silence();
    assertEndsInTime();
    assertIsBack();
  }

  @Test
  void aDatabaseThatFallsSilentBetweenStatementsIsNotWaitedFor() throws Exception {
    bolt.verify();
    proxy.silence();
    assertEndsInTime();
    Eventually.assertEventually(() -> proxy.open() == 0);
    assertIsBack();
  }

  @Test
  void aDatabaseThatFallsSilentWithinAnAnswerIsNotWaitedFor() {
    bolt.verify();
    proxy.silenceAfter(20_000);
    assertTrue(assertEndsInTime() > 0, "the beginning came");
    assertIsBack();
  }

  /// The client went away, and so did the database.
  @Test
  void aSilentDatabaseDoesNotKeepAReaderThatGivesUp() {
    bolt.verify();
    var gone = new IllegalStateException("the client went away");
    var start = Instant.now();
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                bolt.read(
                    LONG,
                    WITHIN,
                    _ -> {
                      proxy.silence();
                      throw gone;
                    }));
    assertSame(gone, thrown);
    assertTrue(Duration.between(start, Instant.now()).compareTo(ENDS_WITHIN) < 0);
    assertIsBack();
  }

  @Test
  void theTimeOfTheReaderIsNotInterrupted() {
    var interrupted = new AtomicLong();
    var thrown =
        assertThrows(
            ProblemException.class,
            () ->
                bolt.read(
                    LONG,
                    WITHIN,
                    _ -> {
                      try {
                        Thread.sleep(1_000);
                      } catch (InterruptedException _) {
                        interrupted.incrementAndGet();
                      }
                    }));
    assertEquals(Code.TIMEOUT, thrown.problems().getFirst().code());
    assertEquals(0, interrupted.get());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private long assertEndsInTime() {
    var seen = new AtomicLong();
    var start = Instant.now();
    var thrown =
        assertThrows(
            ProblemException.class, () -> bolt.read(LONG, WITHIN, _ -> seen.incrementAndGet()));
    var took = Duration.between(start, Instant.now());
    assertEquals(Code.TIMEOUT, thrown.problems().getFirst().code(), thrown.getMessage());
    assertTrue(took.compareTo(ENDS_WITHIN) < 0, () -> "it took " + took);
    assertFalse(Thread.currentThread().isInterrupted());
    return seen.get();
  }

  private void assertIsBack() {
    proxy.wake();
    bolt.verify();
  }
}
