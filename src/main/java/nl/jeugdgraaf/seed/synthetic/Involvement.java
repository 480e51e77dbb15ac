package nl.jeugdgraaf.seed.synthetic;

/// An organisation that delivers help, holds a regie or is the contact during a period.
///
/// @param type node type of the organisation
/// @param key its key
/// @param kind kind of regie, or empty
/// @param from first day, or [Days#NONE]
/// @param to first day after it, or [Days#NONE]
record Involvement(String type, String key, String kind, int from, int to) {
  /// Returns an involvement without a kind or a period.
  static Involvement of(String type, String key) {
    return new Involvement(type, key, "", Days.NONE, Days.NONE);
  }

  /// {@return the same involvement in another period}
  ///
  /// @param first first day
  /// @param after first day after it
  Involvement during(int first, int after) {
    return new Involvement(type, key, kind, first, after);
  }
}
