package nl.jeugdgraaf.property.reference;

import java.util.Optional;
import nl.jeugdgraaf.model.AggregateFunction;

/// The totals of a connection or a group, as an object with fields.
///
/// @param totals the totals
record ConnectionAggregate(Totals totals) {
  /// Returns the value of a field; a connection as a whole has no key.
  Object field(String name) {
    return switch (name) {
      case "key", "edgeKey" -> null;
      case "count" -> new Counts(totals);
      case "countDistinct" -> new DistinctCounts(totals);
      case "node", "edge" -> new Side(totals, name);
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  /// Numbers of nodes and relationships.
  record Counts(Totals totals) {}

  /// Numbers of different values and related nodes.
  record DistinctCounts(Totals totals) {}

  /// What can be measured of the nodes, or of the relationships.
  record Side(Totals totals, String name) {
    Measure measure(String field) {
      return new Measure(this, field);
    }
  }

  /// What can be measured of one field.
  record Measure(Side side, String field) {
    Object statistic(AggregateFunction statistic, Optional<Double> part) {
      return side.totals().statistic(side.name(), field, statistic, part);
    }
  }
}
