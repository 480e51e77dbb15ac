package nl.jeugdgraaf.model;

/// A field that is computed from two stored days: the time between them.
///
/// It has no value if one of the days is missing.
///
/// @param name field name in GraphQL
/// @param from name of the attribute that holds the first day
/// @param to name of the attribute that holds the last day
/// @param description what it means
public record ComputedField(String name, String from, String to, String description) {
  /// Its type: a whole number of days.
  public static final ValueType TYPE = new ValueType(Scalar.BuiltIn.DURATION, false, false);
}
