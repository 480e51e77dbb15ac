package nl.jeugdgraaf.seed.synthetic;

import java.time.LocalDate;

/// Days of the synthetic network, counted as [LocalDate#toEpochDay()] does.
final class Days {
  /// No day: unknown, or open on that side. Written as an empty cell.
  static final int NONE = Integer.MIN_VALUE;

  /// The first day that a row has, apart from birth dates.
  static final int FIRST = day(2023, 1, 1);

  /// The day that counts as today. It is fixed: the clock would change the rows.
  static final int NOW = day(2026, 11, 15);

  /// The last day that a row has.
  static final int LAST = day(2027, 12, 31);

  private Days() {}

  /// {@return a day of the calendar}
  ///
  /// @param year the year
  /// @param month from 1
  /// @param dayOfMonth from 1
  static int day(int year, int month, int dayOfMonth) {
    return Math.toIntExact(LocalDate.of(year, month, dayOfMonth).toEpochDay());
  }

  /// Returns a day as a cell.
  ///
  /// @param day its number, or [#NONE]
  /// @return such as `2026-11-15`, or empty
  static String text(int day) {
    return day == NONE ? "" : LocalDate.ofEpochDay(day).toString();
  }
}
