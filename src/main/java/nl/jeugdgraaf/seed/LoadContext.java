package nl.jeugdgraaf.seed;

import nl.jeugdgraaf.bolt.QueryRunner;

/// What all parts of one load share.
///
/// @param bolt the database
/// @param elementIds the nodes by key
/// @param stated what the rows state
/// @param report what is written and found
/// @param progress how far the load is
record LoadContext(
    QueryRunner bolt,
    ElementIds elementIds,
    StatedFacts stated,
    ReportBuilder report,
    LoadProgress progress) {

  /// Returns the same for rows that are generated, which nobody states.
  LoadContext generated() {
    return new LoadContext(bolt, elementIds, stated.generated(), report, progress);
  }
}
