package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.model.AggregateFunction;

/// The totals of a connection, read on the day that counts where a number is asked.
///
/// @param on the totals on a day
record ConnectionAggregate(Function<LocalDate, Totals> on) {
  /// Returns the value of a field; a connection as a whole has no key.
  Object field(String name) {
    return switch (name) {
      case "key", "edgeKey" -> null;
      case "count" -> new Counts(on);
      case "countDistinct" -> new DistinctCounts(on);
      case "node", "edge" -> new Side(on, name);
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  /// Numbers of nodes and relationships.
  record Counts(Function<LocalDate, Totals> on) {}

  /// Numbers of different values and related nodes.
  record DistinctCounts(Function<LocalDate, Totals> on) {}

  /// What can be measured of the nodes, or of the relationships.
  record Side(Function<LocalDate, Totals> on, String name) {
    Measure measure(String field) {
      return new Measure(this, field);
    }
  }

  /// What can be measured of one field.
  record Measure(Side side, String field) {
    Object statistic(AggregateFunction statistic, Optional<Double> part, LocalDate day) {
      return side.on().apply(day).statistic(side.name(), field, statistic, part);
    }
  }
}
