package nl.jeugdgraaf.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A function over the values of one field of many nodes or relationships.
///
/// Missing values do not count. Without any value the result is null.
public enum AggregateFunction {
  /// Smallest, or earliest.
  MIN("Smallest, or earliest (kleinste)"),
  /// Largest, or latest.
  MAX("Largest, or latest (grootste)"),
  /// Sum.
  SUM("All added up (som)"),
  /// Arithmetic mean; of days the nearest day.
  AVERAGE("Arithmetic mean; of dates the nearest day, of durations in days (gemiddelde)"),
  /// The value in the middle, interpolated between two.
  MEDIAN("Value in the middle; of dates the nearest day, of durations in days (mediaan)"),
  /// The value that a given part of all values lies below, interpolated between two.
  PERCENTILE("Value below which the part `p` of all lies, from 0 to 1, interpolated (percentiel)");

  private final String description;

  AggregateFunction(String description) {
    this.description = description;
  }

  /// {@return the name of the field}
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return what it means}
  public String description() {
    return description;
  }

  /// {@return the function of a field of that name}
  ///
  /// @param field as [#fieldName()] gives it
  /// @throws IllegalArgumentException if it is not the name of any
  public static AggregateFunction of(String field) {
    return valueOf(field.toUpperCase(Locale.ROOT));
  }

  /// Returns the functions that values of a type have.
  ///
  /// @param type the type of the values
  /// @return the functions in order, none for texts, codes and truth values
  public static List<AggregateFunction> of(ValueType type) {
    return Arrays.stream(values()).filter(function -> function.result(type).isPresent()).toList();
  }

  /// Returns the type of the result for values of a type.
  ///
  /// @param type the type of the values
  /// @return a single value that can be null; nothing where the type has no such function
  public Optional<ValueType> result(ValueType type) {
    return type.list() || !(type.scalar() instanceof Scalar.BuiltIn scalar)
        ? Optional.empty()
        : scalar(scalar).map(found -> new ValueType(found, false, false));
  }

  private Optional<Scalar.BuiltIn> scalar(Scalar.BuiltIn scalar) {
    return switch (scalar) {
      case STRING, ID, BOOLEAN -> Optional.empty();
      case INT, LONG ->
          Optional.of(
              switch (this) {
                case MIN, MAX -> scalar;
                case SUM -> Scalar.BuiltIn.LONG;
                case AVERAGE, MEDIAN, PERCENTILE -> Scalar.BuiltIn.FLOAT;
              });
      case FLOAT -> Optional.of(scalar);
      case DATE -> this == SUM ? Optional.empty() : Optional.of(scalar);
      case DATE_TIME -> this == MIN || this == MAX ? Optional.of(scalar) : Optional.empty();
      case DURATION ->
          Optional.of(
              switch (this) {
                case MIN, MAX, SUM -> scalar;
                case AVERAGE, MEDIAN, PERCENTILE -> Scalar.BuiltIn.FLOAT;
              });
    };
  }
}
