package nl.jeugdgraaf.bench;

import nl.jeugdgraaf.bench.Load.Seen;

/// What one contestant did with one operation in one round.
///
/// @param place which
/// @param seen by its clients
/// @param costs for one request
record Measurement(Place place, Seen seen, Costs costs) {
  /// Where a measurement belongs.
  ///
  /// @param operation name of the operation
  /// @param contestant who answered
  /// @param connections how many asked at once
  /// @param round in which round, from 1
  record Place(String operation, Contestant contestant, int connections, int round) {}

  /// What one request cost.
  ///
  /// @param serverMicros CPU of the contestant
  /// @param databaseMicros CPU of the database
  /// @param allocatedBytes by the contestant
  record Costs(double serverMicros, double databaseMicros, double allocatedBytes) {}
}
