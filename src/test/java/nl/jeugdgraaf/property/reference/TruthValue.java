package nl.jeugdgraaf.property.reference;

import java.util.stream.Stream;

/// What a condition can be of one row: true, false, or not to be known.
///
/// Whatever is asked about a value that is missing, or of another type, is unknown.
public enum TruthValue {
  /// It does not hold.
  FALSE,
  /// Nothing can be said about it.
  UNKNOWN,
  /// It holds.
  TRUE;

  /// Returns what is known to be so or not so.
  static TruthValue of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /// Returns the least of all: false if one is, else unknown if one is, else true.
  static TruthValue all(Stream<TruthValue> parts) {
    return parts.reduce(TRUE, (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  /// Returns the most of all: true if one is, else unknown if one is, else false.
  static TruthValue any(Stream<TruthValue> parts) {
    return parts.reduce(FALSE, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  /// Returns the opposite, for which the dialect first takes unknown for false: `NOT` is never
  /// unknown.
  TruthValue negated() {
    return holds() ? FALSE : TRUE;
  }

  /// Returns whether a filter keeps the row: only when the condition is true.
  public boolean holds() {
    return this == TRUE;
  }
}
