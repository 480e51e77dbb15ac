package nl.jeugdgraaf.api;

import java.util.List;
import nl.jeugdgraaf.model.Scalar;

/// Which comparisons a scalar has in filters, and what they mean.
final class FilterOperators {
  private FilterOperators() {}

  static List<String> of(Scalar scalar) {
    return switch (scalar) {
      case Scalar.BuiltIn builtIn ->
          switch (builtIn) {
            case STRING, ID -> List.of("eq", "in", "contains", "startsWith", "endsWith");
            case INT, FLOAT, LONG, DATE, DATE_TIME, DURATION ->
                List.of("eq", "in", "gt", "gte", "lt", "lte");
            case BOOLEAN -> List.of("eq");
          };
      case Scalar.Code _ -> List.of("eq", "in", "startsWith");
      case Scalar.Enumeration _ -> List.of("eq", "in");
    };
  }

  static String operandType(Scalar scalar, String operator) {
    return switch (operator) {
      case "in" -> "[" + scalar.typeName() + "!]";
      case "contains", "startsWith", "endsWith" -> "String";
      default -> scalar.typeName();
    };
  }

  static String caseInsensitive(String operator) {
    return switch (operator) {
      case "eq" -> "Equal (gelijk aan)";
      case "in" -> "Equal to one of these (een van)";
      case "contains" -> "Has this text in it (bevat)";
      case "startsWith" -> "Starts with this text (begint met)";
      default -> "Ends with this text (eindigt op)";
    };
  }

  static String description(Scalar scalar, String operator) {
    if (scalar instanceof Scalar.Code && operator.equals("startsWith")) {
      return "Starts with this, in any letter case (begint met)";
    }
    return switch (operator) {
      case "eq" -> "Equal; null asks for what has no value (gelijk aan)";
      case "in" -> "Equal to one of these (een van)";
      case "gt" -> "Greater; of dates: later (groter dan)";
      case "gte" -> "Greater or equal (groter dan of gelijk aan)";
      case "lt" -> "Less; of dates: earlier (kleiner dan)";
      case "lte" -> "Less or equal (kleiner dan of gelijk aan)";
      case "contains" -> "Has this text in it; letter case counts (bevat)";
      case "startsWith" -> "Starts with this text; letter case counts (begint met)";
      default -> "Ends with this text; letter case counts (eindigt op)";
    };
  }
}
