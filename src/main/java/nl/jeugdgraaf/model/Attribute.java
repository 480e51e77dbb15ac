package nl.jeugdgraaf.model;

/// One property of a node or relationship, as a field.
///
/// @param name field name in GraphQL
/// @param property property key in Neo4j
/// @param type what it holds
/// @param use what it is for in the database
/// @param description what it means
public record Attribute(String name, String property, ValueType type, Use use, String description) {

  /// {@return whether the attribute identifies}
  public boolean key() {
    return use == Use.KEY;
  }

  /// What an attribute is for in the database.
  public enum Use {
    /// Read.
    PLAIN,
    /// Read, filtered and sorted through an index.
    INDEXED,
    /// On a node: unique. On a relationship: tells it from others between the same two nodes.
    KEY
  }
}
