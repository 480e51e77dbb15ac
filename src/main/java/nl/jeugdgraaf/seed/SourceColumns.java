package nl.jeugdgraaf.seed;

/// Names of the columns, type and field by which a row says where it comes from.
final class SourceColumns {
  /// Column with the key of the source, of nodes and of relationships.
  static final String SOURCE = "source";

  /// Column of a node table with the line, page or chapter in the source.
  static final String PLACE = "place";

  /// Node type of the sources.
  static final String SOURCE_TYPE = "Source";

  /// Field of a node type that leads to its sources.
  static final String SOURCES_FIELD = "sources";

  /// Source of the rows that are made up: they cite no document and are not checked for issues.
  static final String SYNTHETIC = "SYNTHETIC";

  private SourceColumns() {}
}
