package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for something that happens soon, by checking again and again. Each check does real work,
/// such as a request.
public final class Eventually {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private Eventually() {}

  /// Fails if a condition does not become true within ten seconds.
  public static void assertEventually(Callable<Boolean> condition) throws Exception {
    assertTrue(becomesTrue(condition, WITHIN), "not within " + WITHIN);
  }

  public static boolean becomesTrue(Callable<Boolean> condition, Duration within) throws Exception {
    var start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > within.toNanos()) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }
}
