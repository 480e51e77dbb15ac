package nl.jeugdgraaf.engine;

import java.util.concurrent.atomic.LongAdder;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.metrics.Metrics.Label;

/// Shows what the engine refuses to spare the server, beside what is refused before it.
final class Shed {
  private Shed() {}

  /// @param metrics where it is shown
  /// @param reason what there was not enough of
  /// @param refused counts the operations
  static void show(Metrics metrics, String reason, LongAdder refused) {
    metrics.total(
        "load.shed",
        "Operations that were refused to spare the server",
        refused::sum,
        new Label("reason", reason));
  }
}
