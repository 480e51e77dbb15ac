package nl.jeugdgraaf.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days as people in the Netherlands count them, in the zone Europe/Amsterdam.
///
/// Laws and contracts of youth care begin and end at midnight there, wherever the server runs.
public final class AmsterdamClock {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /// Tells the moment. Another one is set by tests only: what callers see of the graph changes from
  /// day to day.
  static volatile InstantSource source = InstantSource.system();

  private AmsterdamClock() {}

  /// {@return the current moment}
  public static Instant now() {
    return source.instant();
  }

  /// {@return the current day}
  public static LocalDate today() {
    return LocalDate.ofInstant(source.instant(), ZONE);
  }

  /// {@return the moment at which a day begins}
  ///
  /// @param day the day
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
