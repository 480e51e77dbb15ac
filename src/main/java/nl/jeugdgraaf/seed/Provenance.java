package nl.jeugdgraaf.seed;

/// Names by which a row says where it comes from.
final class Provenance {
  /// Column with the key of the source, of nodes and of relationships.
  static final String SOURCE = "source";

  /// Column of a node table with the line, page or chapter in the source.
  static final String PLACE = "place";

  /// Node type of the sources.
  static final String SOURCE_TYPE = "Source";

  /// Field of a node type that leads to its sources.
  static final String SOURCES_FIELD = "sources";

  /// Source of what the generator made: no document, so nothing is cited and nothing is odd.
  static final String SYNTHETIC = "SYNTHETIC";

  private Provenance() {}
}
