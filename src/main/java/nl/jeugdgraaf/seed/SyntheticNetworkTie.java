package nl.jeugdgraaf.seed;

/// That an organisation delivers, holds a regie or is the contact, in a period.
///
/// @param type node type of the organisation
/// @param key its key
/// @param kind kind of regie, or empty
/// @param from first day, or [SyntheticNetworkDays#NONE]
/// @param to first day after it, or [SyntheticNetworkDays#NONE]
record SyntheticNetworkTie(String type, String key, String kind, int from, int to) {
  /// Returns the tie for another period.
  ///
  /// @param first first day
  /// @param after first day after it
  /// @return the tie
  SyntheticNetworkTie during(int first, int after) {
    return new SyntheticNetworkTie(type, key, kind, first, after);
  }
}
