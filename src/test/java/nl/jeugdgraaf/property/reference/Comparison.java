package nl.jeugdgraaf.property.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;

/// Compares one value with what a filter gives, in three-valued logic.
///
/// A value that is missing, or not of the type that the filter is for, makes every comparison
/// unknown; only `{eq: null}`, which asks whether it is missing, is true or false.
final class Comparison {
  private Comparison() {}

  /// Returns what a filter is of a value of a type.
  static TruthValue of(Object value, ValueType type, Object filter) {
    return filter(value, type.scalar() instanceof Scalar.Code ? upper(filter) : filter);
  }

  /// Returns what a filter is of a value.
  static TruthValue filter(Object value, Object filter) {
    return filter == null
        ? TruthValue.TRUE
        : TruthValue.all(
            ((Map<?, ?>) filter)
                .entrySet().stream()
                    .map(entry -> operator((String) entry.getKey(), value, entry.getValue())));
  }

  /// The start of a code is given in any letter case; codes are stored in upper case.
  private static Object upper(Object filter) {
    if (!(filter instanceof Map<?, ?> operators)
        || !(operators.get("startsWith") instanceof String start)) {
      return filter;
    }
    var upper = new HashMap<Object, Object>(operators);
    upper.put("startsWith", start.toUpperCase(Locale.ROOT));
    return upper;
  }

  private static TruthValue operator(String operator, Object value, Object given) {
    if (operator.equals("eq") && given == null) {
      return TruthValue.of(value == null);
    }
    if (operator.equals("size")) {
      return filter(value instanceof List<?> list ? list.size() : null, given);
    }
    if (operator.equals("caseInsensitive")) {
      return filter(Folding.of(value), Folding.of(given));
    }
    if (value == null) {
      return TruthValue.UNKNOWN;
    }
    return switch (operator) {
      case "eq" -> equal(value, given);
      case "notIn" ->
          TruthValue.of(((List<?>) given).stream().noneMatch(one -> equal(value, one).holds()));
      case "between" -> filter(value, bounds((Map<?, ?>) given));
      case "any" ->
          value instanceof List<?> list
              ? TruthValue.any(list.stream().map(one -> filter(one, given)))
              : TruthValue.UNKNOWN;
      case "all" ->
          value instanceof List<?> list
              ? TruthValue.of(list.stream().allMatch(one -> filter(one, given).holds()))
              : TruthValue.UNKNOWN;
      case "in" -> TruthValue.any(((List<?>) given).stream().map(one -> equal(value, one)));
      case "gt", "gte", "lt", "lte" ->
          ValueOrder.comparable(value, given)
              ? TruthValue.of(ordered(operator, ValueOrder.compare(value, given)))
              : TruthValue.UNKNOWN;
      case "contains", "startsWith", "endsWith" ->
          value instanceof String text
              ? TruthValue.of(textual(operator, text, (String) given))
              : TruthValue.UNKNOWN;
      case "includes" ->
          value instanceof List<?> list
              ? TruthValue.any(list.stream().map(one -> equal(one, given)))
              : TruthValue.UNKNOWN;
      default -> throw new IllegalStateException("no operator " + operator);
    };
  }

  private static TruthValue equal(Object value, Object given) {
    return ValueOrder.comparable(value, given)
        ? TruthValue.of(ValueOrder.compare(value, given) == 0)
        : TruthValue.UNKNOWN;
  }

  private static boolean ordered(String operator, int order) {
    return switch (operator) {
      case "gt" -> order > 0;
      case "gte" -> order >= 0;
      case "lt" -> order < 0;
      default -> order <= 0;
    };
  }

  private static boolean textual(String operator, String text, String part) {
    return switch (operator) {
      case "contains" -> text.contains(part);
      case "startsWith" -> text.startsWith(part);
      default -> text.endsWith(part);
    };
  }

  private static Map<Object, Object> bounds(Map<?, ?> range) {
    var bounds = new HashMap<Object, Object>();
    range.forEach((side, bound) -> bounds.put(side.equals("min") ? "gte" : "lte", bound));
    return bounds;
  }
}
