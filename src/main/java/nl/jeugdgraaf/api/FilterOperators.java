package nl.jeugdgraaf.api;

import java.util.List;
import nl.jeugdgraaf.api.ApiField.Comparison;
import nl.jeugdgraaf.model.Scalar;

/// Which comparisons the filter of a scalar has, and what they mean.
final class FilterOperators {
  private FilterOperators() {}

  /// {@return the comparisons of a scalar, in the order of the schema}
  static List<Comparison> of(Scalar scalar) {
    return switch (scalar) {
      case Scalar.BuiltIn builtIn ->
          switch (builtIn) {
            case STRING, ID ->
                List.of(
                    Comparison.EQ,
                    Comparison.IN,
                    Comparison.NOT_IN,
                    Comparison.CONTAINS,
                    Comparison.STARTS_WITH,
                    Comparison.ENDS_WITH);
            case INT, FLOAT, LONG, DATE, DATE_TIME, DURATION ->
                List.of(
                    Comparison.EQ,
                    Comparison.IN,
                    Comparison.NOT_IN,
                    Comparison.GT,
                    Comparison.GTE,
                    Comparison.LT,
                    Comparison.LTE);
            case BOOLEAN -> List.of(Comparison.EQ);
          };
      case Scalar.Code _ ->
          List.of(Comparison.EQ, Comparison.IN, Comparison.NOT_IN, Comparison.STARTS_WITH);
      case Scalar.Enumeration _ -> List.of(Comparison.EQ, Comparison.IN, Comparison.NOT_IN);
    };
  }

  /// {@return the type of what a value is compared with}
  static String operandType(Scalar scalar, Comparison comparison) {
    return switch (comparison) {
      case IN, NOT_IN -> "[" + scalar.typeName() + "!]";
      case CONTAINS, STARTS_WITH, ENDS_WITH -> Scalar.BuiltIn.STRING.typeName();
      case EQ, GT, GTE, LT, LTE, INCLUDES -> scalar.typeName();
    };
  }

  /// {@return what a comparison of values of a scalar means}
  static String description(Scalar scalar, Comparison comparison) {
    return switch (comparison) {
      case EQ -> "Equal; null finds missing values (gelijk aan)";
      case CONTAINS -> "Contains this text; letter case counts (bevat)";
      case STARTS_WITH ->
          scalar instanceof Scalar.Code
              ? "Starts with this, in any letter case (begint met)"
              : "Starts with this text; letter case counts (begint met)";
      case ENDS_WITH -> "Ends with this text; letter case counts (eindigt op)";
      case IN, NOT_IN, GT, GTE, LT, LTE, INCLUDES -> meaning(comparison);
    };
  }

  /// {@return what a comparison means, where letter case does not count}
  static String meaning(Comparison comparison) {
    return switch (comparison) {
      case EQ -> "Equal (gelijk aan)";
      case IN -> "Equal to one of these (een van)";
      case NOT_IN -> "Equal to none of these; missing values do not fit (geen van)";
      case GT -> "Greater; of dates: later (groter dan)";
      case GTE -> "Greater or equal (groter dan of gelijk aan)";
      case LT -> "Less; of dates: earlier (kleiner dan)";
      case LTE -> "Less or equal (kleiner dan of gelijk aan)";
      case CONTAINS -> "Contains this text (bevat)";
      case STARTS_WITH -> "Starts with this text (begint met)";
      case ENDS_WITH -> "Ends with this text (eindigt op)";
      case INCLUDES -> "Has this value (bevat)";
    };
  }
}
