package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.Optional;

/// The day about which a field asks.
///
/// @param day the day
/// @param named whether the field, or one around it, names it, so that ids carry it
public record AskedDay(LocalDate day, boolean named) {
  /// Returns a day that nobody names.
  public static AskedDay today(LocalDate today) {
    return new AskedDay(today, false);
  }

  /// Returns the day that ids carry.
  Optional<LocalDate> inIds() {
    return named ? Optional.of(day) : Optional.empty();
  }

  /// Returns the day of a field with an argument that may name another one.
  public AskedDay or(Object asOf) {
    return asOf instanceof LocalDate given ? new AskedDay(given, true) : this;
  }
}
