package nl.jeugdgraaf.seed.synthetic;

/// That an organisation delivers, holds a regie or is the contact, in a period.
///
/// @param type node type of the organisation
/// @param key its key
/// @param kind kind of regie, or empty
/// @param from first day, or [Days#NONE]
/// @param to first day after it, or [Days#NONE]
record Tie(String type, String key, String kind, int from, int to) {
  /// {@return the tie for another period}
  ///
  /// @param first first day
  /// @param after first day after it
  Tie during(int first, int after) {
    return new Tie(type, key, kind, first, after);
  }
}
