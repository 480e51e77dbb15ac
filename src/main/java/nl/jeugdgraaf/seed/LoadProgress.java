package nl.jeugdgraaf.seed;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Reports how far a load is: the first time after two seconds, then once a second.
final class LoadProgress {
  private static final long FIRST_AFTER_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

  private final Consumer<String> listener;
  private final LongSupplier clock;
  private final long start;
  private long next;
  private long rows;
  private long expected;

  /// @param listener gets the lines
  /// @param clock nanoseconds since any moment, such as `System::nanoTime`
  LoadProgress(Consumer<String> listener, LongSupplier clock) {
    this.listener = listener;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.next = FIRST_AFTER_NANOS;
  }

  /// Sets about how many rows are still to come.
  void expect(long rowsAbout) {
    expected = rows + rowsAbout;
  }

  /// Counts rows that were loaded.
  ///
  /// @param table name of their table
  /// @param more how many
  void done(String table, long more) {
    rows += more;
    long elapsed = clock.getAsLong() - start;
    if (elapsed >= next) {
      next = elapsed + INTERVAL_NANOS;
      long perSecond = Math.round(rows * 1e9 / elapsed);
      listener.accept(
          String.format(
              Locale.ROOT,
              "Loading seed: %s; %,d%s rows (%,d rows/s)",
              table,
              rows,
              rows < expected ? String.format(Locale.ROOT, " of about %,d", expected) : "",
              perSecond));
    }
  }
}
