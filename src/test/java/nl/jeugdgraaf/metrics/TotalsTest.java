package nl.jeugdgraaf.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// A number that somebody counts is shown for as long as the server runs.
class TotalsTest {
  private static final int COLLECTIONS_MAX = 100;

  @Test
  void aTotalGoesOnAfterACollection() {
    var count = new LongAdder();
    try (var metrics = new Metrics()) {
      metrics.total("things", "Things that were counted", count::sum);
      count.increment();
      collect();
      count.increment();
      assertEquals("things_total 2.0", line(metrics, "things_total "));
    }
  }

  private static void collect() {
    var nothing = new WeakReference<>(new Object());
    for (int i = 0; nothing.get() != null; i++) {
      assertTrue(i < COLLECTIONS_MAX, "the virtual machine does not collect");
      System.gc();
    }
  }

  private static String line(Metrics metrics, String start) {
    return metrics.text().lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
  }
}
