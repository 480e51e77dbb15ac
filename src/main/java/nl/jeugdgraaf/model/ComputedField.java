package nl.jeugdgraaf.model;

/// A field that is computed of two stored days: how long it took from one to the other.
///
/// It has no value where one of the days is missing.
///
/// @param name field name in GraphQL
/// @param from name of the attribute that holds the first day
/// @param to name of the attribute that holds the last day
/// @param description what it means
public record ComputedField(String name, String from, String to, String description) {
  /// What it holds: a whole number of days.
  public static final ValueType TYPE = new ValueType(Scalar.BuiltIn.DURATION, false, false);
}
