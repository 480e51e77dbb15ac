package nl.jeugdgraaf.execute;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.DateBucket;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The first days of weeks, months, quarters or years.
final class FirstDays {
  private FirstDays() {}

  /// Returns the first days from one day up to and including another.
  ///
  /// @param every name of a [DateBucket]
  /// @throws ProblemException if there are too many, or `from` is after `to`
  static List<LocalDate> of(String every, LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "activeOn: from is after to. Give the earlier day as from.");
    }
    var bucket = DateBucket.valueOf(every);
    var days = new ArrayList<LocalDate>();
    for (var day = first(bucket, from); !day.isAfter(to); day = next(bucket, day)) {
      if (days.size() == Limits.ACTIVE_DAYS_MAX) {
        throw new ProblemException(
            Code.LIMIT_EXCEEDED,
            "activeOn asks for more than %d days. Choose a shorter time or a longer stretch."
                .formatted(Limits.ACTIVE_DAYS_MAX));
      }
      days.add(day);
    }
    return days;
  }

  private static LocalDate first(DateBucket bucket, LocalDate from) {
    var start = start(bucket, from);
    return start.isBefore(from) ? next(bucket, start) : start;
  }

  private static LocalDate start(DateBucket bucket, LocalDate day) {
    return switch (bucket) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private static LocalDate next(DateBucket bucket, LocalDate start) {
    return start.plus(
        1,
        switch (bucket) {
          case WEEK -> ChronoUnit.WEEKS;
          case MONTH -> ChronoUnit.MONTHS;
          case QUARTER -> IsoFields.QUARTER_YEARS;
          case YEAR -> ChronoUnit.YEARS;
        });
  }
}
