package nl.jeugdgraaf.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days as people in the Netherlands count them, in the zone Europe/Amsterdam.
///
/// Laws and contracts of youth care begin and end at midnight there, wherever the server runs.
public final class AmsterdamClock {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private AmsterdamClock() {}

  /// {@return the current day}
  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  /// {@return the moment at which a day begins}
  ///
  /// @param day the day
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
