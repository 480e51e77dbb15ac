package nl.jeugdgraaf.seed;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Tells how far a load is, once a second, from the second second on.
final class Progress {
  private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Consumer<String> listener;
  private final LongSupplier clock;
  private final long start;
  private long next;
  private long rows;
  private long expected;

  /// @param clock nanoseconds from any moment, such as `System::nanoTime`
  Progress(Consumer<String> listener, LongSupplier clock) {
    this.listener = listener;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.next = QUIET_NANOS;
  }

  /// Adds to the rows of which it is known, more or less, that they are still to come.
  void expect(long rowsAbout) {
    expected = rows + rowsAbout;
  }

  /// @param table type or field of the rows
  void done(String table, long more) {
    rows += more;
    long elapsed = clock.getAsLong() - start;
    if (elapsed >= next) {
      next = elapsed + PAUSE_NANOS;
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
