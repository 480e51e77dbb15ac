package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MILLI = 1_000_000;

  @Test
  void aLoadOfOverTwoSecondsTellsHowFarItIsOnceASecond() {
    var clock = new AtomicLong(5);
    var lines = new ArrayList<String>();
    var progress = new Progress(lines::add, clock::get);
    for (int i = 0; i < 10; i++) {
      clock.addAndGet(400 * MILLI);
      progress.done(1_500);
    }
    assertEquals(
        List.of(
            "Loading seed: 7,500 rows (3,750 rows/s)", "Loading seed: 12,000 rows (3,750 rows/s)"),
        lines);
  }
}
