package nl.jeugdgraaf.property;

import java.util.List;

/// What is not drawn in this run: `-Dproperty.without=a,b` leaves two things out, so that a known
/// difference does not hide the next one.
enum Without {
  /// `@asOf` on a field between a connection and its nodes.
  DAYS_IN_CONNECTIONS,
  /// `@asOf` on any field.
  DAYS_ON_FIELDS,
  /// A stored single value where the schema promises a list.
  SINGLE_FOR_LIST,
  /// Stored values that the schema forbids.
  WRONG_VALUES,
  /// Stored values that are missing.
  MISSING_VALUES,
  /// Fragments with a name.
  FRAGMENTS,
  /// `@skip` and `@include`.
  CONDITIONS;

  private static final List<String> NAMES =
      List.of(System.getProperty("property.without", "").split(","));

  /// Returns whether it is left out.
  boolean holds() {
    return NAMES.contains(name());
  }
}
