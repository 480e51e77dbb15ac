package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadProgressTest {
  private static final long MILLI = 1_000_000;

  private final AtomicLong clock = new AtomicLong(5);
  private final List<String> lines = new ArrayList<>();
  private final LoadProgress progress = new LoadProgress(lines::add, clock::get);

  @Test
  void aLoadOfMoreThanTwoSecondsReportsItsProgressOnceASecond() {
    for (int i = 0; i < 10; i++) {
      done("Youth", 1_500);
    }
    assertEquals(
        List.of(
            "Loading seed: Youth; 7,500 rows (3,750 rows/s)",
            "Loading seed: Youth; 12,000 rows (3,750 rows/s)"),
        lines);
  }

  @Test
  void theExpectedRowsAreReportedIfTheyAreKnown() {
    done("Product", 1_500);
    progress.expect(7_000);
    for (int i = 0; i < 9; i++) {
      done("Youth.family", 1_500);
    }
    assertEquals(
        List.of(
            "Loading seed: Youth.family; 7,500 of about 8,500 rows (3,750 rows/s)",
            "Loading seed: Youth.family; 12,000 rows (3,750 rows/s)"),
        lines);
  }

  private void done(String table, long rows) {
    clock.addAndGet(400 * MILLI);
    progress.done(table, rows);
  }
}
