package nl.jeugdgraaf.statistics;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/// A quarter of a year.
///
/// @param first its first day
record Quarter(LocalDate first) {
  private static final int MONTHS = 3;

  /// {@return the quarter of a day}
  ///
  /// @param day any day
  static Quarter of(LocalDate day) {
    return new Quarter(
        LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1));
  }

  /// {@return the first day after it}
  LocalDate after() {
    return first.plusMonths(MONTHS);
  }

  /// {@return the quarters from that of a day to the last one that is complete}
  ///
  /// @param day a day in the first one
  /// @param today a quarter is complete when this day is after it
  static List<Quarter> complete(LocalDate day, LocalDate today) {
    return of(day)
        .first()
        .datesUntil(of(today).first(), Period.ofMonths(MONTHS))
        .map(Quarter::new)
        .toList();
  }
}
