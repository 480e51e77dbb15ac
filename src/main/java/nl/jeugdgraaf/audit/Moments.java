package nl.jeugdgraaf.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/// Times as they are stored: UTC, with three digits of milliseconds.
final class Moments {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static final Instant FIRST = Instant.parse("-9999-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Moments() {}

  static Instant cut(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  static String text(Instant time) {
    return FORMAT.format(time);
  }

  /// Returns the first full millisecond that is not before a moment, since 1970; the first or last
  /// of all for moments that are too far away.
  static long firstMillisecond(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      return time.isBefore(FIRST) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return time.plusNanos(999_999).toEpochMilli();
  }
}
