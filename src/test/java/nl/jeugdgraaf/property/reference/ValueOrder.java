package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The order of values.
///
/// Values of different types have the order that Cypher gives them; it is seen only where a stored
/// value breaks the schema.
final class ValueOrder {
  /// Ascending, null last.
  static final Comparator<Object> ASCENDING = Comparator.nullsLast(ValueOrder::compare);

  private ValueOrder() {}

  /// Returns whether two values have an order in a filter: not so where one is a text and the other
  /// a number.
  static boolean comparable(Object left, Object right) {
    return rank(left) == rank(right);
  }

  /// Returns whether two values are equal; an integer and a floating-point number can be.
  static boolean equal(Object left, Object right) {
    return comparable(left, right) && compare(left, right) == 0;
  }

  /// Returns the order of two values that are not null.
  static int compare(Object left, Object right) {
    return switch (left) {
      case Object _ when rank(left) != rank(right) -> Integer.compare(rank(left), rank(right));
      case String text -> compareTexts(text, (String) right);
      case Folding.Collated text -> text.compareTo((Folding.Collated) right);
      case Boolean truth -> truth.compareTo((Boolean) right);
      case LocalDate day -> day.compareTo((LocalDate) right);
      case OffsetDateTime moment ->
          moment.toInstant().compareTo(((OffsetDateTime) right).toInstant());
      case Number number -> Double.compare(number.doubleValue(), ((Number) right).doubleValue());
      case List<?> list -> compareLists(list, (List<?>) right);
      default -> throw new IllegalStateException("no order for " + left.getClass());
    };
  }

  private static int compareTexts(String left, String right) {
    var ours = left.codePoints().toArray();
    var theirs = right.codePoints().toArray();
    return Arrays.compare(ours, theirs);
  }

  private static int compareLists(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      var order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int rank(Object value) {
    return switch (value) {
      case List<?> _ -> 0;
      case OffsetDateTime _ -> 1;
      case LocalDate _ -> 2;
      case String _, Folding.Collated _ -> 3;
      case Boolean _ -> 4;
      case Number _ -> 5;
      default -> throw new IllegalStateException("no rank for " + value.getClass());
    };
  }
}
