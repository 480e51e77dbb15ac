package nl.jeugdgraaf.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/// Times as they are stored: UTC, with three digits of milliseconds.
final class Moments {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Moments() {}

  static Instant cut(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  static String text(Instant time) {
    return FORMAT.format(time);
  }
}
