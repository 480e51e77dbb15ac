package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.Scalar;

/// Statistics of values that are all there, and all of one type.
final class StatisticValues {
  private StatisticValues() {}

  /// Returns the statistic with the name of a field.
  static AggregateFunction named(String field) {
    return AggregateFunction.valueOf(field.toUpperCase(Locale.ROOT));
  }

  /// Returns a statistic of values, or null where there are none.
  static Object of(
      AggregateFunction statistic, Scalar scalar, List<?> values, Optional<Double> part) {
    if (values.isEmpty()) {
      return null;
    }
    return switch (statistic) {
      case MIN -> values.stream().min(ValueOrder::compare).orElseThrow();
      case MAX -> values.stream().max(ValueOrder::compare).orElseThrow();
      case SUM -> sum(scalar, values);
      case AVERAGE -> near(scalar, total(values) / values.size());
      case MEDIAN -> near(scalar, percentile(values, 0.5));
      case PERCENTILE -> near(scalar, percentile(values, part.orElseThrow()));
    };
  }

  private static Object sum(Scalar scalar, List<?> values) {
    return scalar == Scalar.BuiltIn.FLOAT
        ? (Object) total(values)
        : values.stream().mapToLong(value -> ((Number) value).longValue()).sum();
  }

  private static double total(List<?> values) {
    return values.stream().mapToDouble(StatisticValues::number).sum();
  }

  /// The value below which a part of the others lies, on the line between its neighbours.
  private static double percentile(List<?> values, double part) {
    var sorted = values.stream().mapToDouble(StatisticValues::number).sorted().toArray();
    var index = part * (sorted.length - 1);
    var below = (int) Math.floor(index);
    var above = (int) Math.ceil(index);
    return sorted[below] + (index - below) * (sorted[above] - sorted[below]);
  }

  private static double number(Object value) {
    return value instanceof LocalDate day ? day.toEpochDay() : ((Number) value).doubleValue();
  }

  /// Of days the nearest day, the later one in the middle.
  private static Object near(Scalar scalar, double value) {
    return scalar == Scalar.BuiltIn.DATE
        ? LocalDate.ofEpochDay((long) Math.floor(value + 0.5))
        : (Object) value;
  }
}
