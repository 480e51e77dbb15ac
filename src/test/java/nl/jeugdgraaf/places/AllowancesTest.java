package nl.jeugdgraaf.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import nl.jeugdgraaf.places.Allowances.Allowance;
import org.junit.jupiter.api.Test;

/// What a caller may take in a minute: here 60 seconds, and 600 bytes.
class AllowancesTest {
  private Instant now = Instant.EPOCH;
  private final Allowances allowances =
      new Allowances(new Allowance(Duration.ofMinutes(1), 600), () -> now);

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }

  private void take(int seconds, long bytes) {
    allowances.take("a", new Allowance(Duration.ofSeconds(seconds), bytes));
  }

  private long secondsToWait() {
    return allowances.untilMayAsk("a").toSeconds();
  }

  @Test
  void whoTookLessMayAsk() {
    take(59, 599);
    assertEquals(Duration.ZERO, allowances.untilMayAsk("a"));
  }

  @Test
  void whoOwesTimeWaitsUntilItIsThereAgain() {
    take(70, 0);
    assertEquals(10, secondsToWait());
    pass(11);
    assertEquals(Duration.ZERO, allowances.untilMayAsk("a"));
  }

  @Test
  void whoOwesBytesWaitsUntilTheyAreThereAgain() {
    take(0, 900);
    assertEquals(30, secondsToWait());
    pass(31);
    assertEquals(Duration.ZERO, allowances.untilMayAsk("a"));
  }

  @Test
  void whatIsNotTakenInAMinuteIsLost() {
    pass(600);
    take(70, 0);
    assertEquals(10, secondsToWait());
  }

  @Test
  void callersDoNotPayForEachOther() {
    take(100, 0);
    assertEquals(Duration.ZERO, allowances.untilMayAsk("b"));
  }
}
