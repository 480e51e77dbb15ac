package nl.jeugdgraaf.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Days from one up to, and not on, another.
///
/// @param since first day; null if it is unknown, and then the period always was
/// @param until first day after it; null if no end is known
record Period(@Nullable LocalDate since, @Nullable LocalDate until) {
  /// Returns what is left of the period when others are taken away.
  ///
  /// Where the period has no known beginning, what is left before the first of the others is
  /// unknown, and does not count.
  List<Period> without(List<Period> others) {
    var left = new ArrayList<Period>();
    if (since == null && others.isEmpty()) {
      left.add(this);
    }
    var ends = others.stream().map(Period::until).filter(Objects::nonNull);
    var days = new HashSet<LocalDate>();
    Stream.concat(Stream.ofNullable(since), ends)
        .filter(day -> days.add(day) && has(day) && others.stream().noneMatch(it -> it.has(day)))
        .forEach(day -> left.add(new Period(day, firstAfter(day, others))));
    return left;
  }

  private boolean has(LocalDate day) {
    return (since == null || !since.isAfter(day)) && (until == null || until.isAfter(day));
  }

  private @Nullable LocalDate firstAfter(LocalDate day, List<Period> others) {
    return others.stream()
        .map(Period::since)
        .filter(start -> start != null && start.isAfter(day))
        .filter(start -> until == null || until.isAfter(start))
        .min(LocalDate::compareTo)
        .orElse(until);
  }

  /// Returns the period up to the end of another one that ends later.
  Period upTo(Period other) {
    var last =
        until == null || other.until == null
            ? null
            : until.isAfter(other.until) ? until : other.until;
    return new Period(since, last);
  }
}
