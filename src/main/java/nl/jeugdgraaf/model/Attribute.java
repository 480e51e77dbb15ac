package nl.jeugdgraaf.model;

/// One property of a node or relationship, as a field.
///
/// @param name field name in GraphQL
/// @param property property key in Neo4j
/// @param type what it holds
/// @param use how the database uses it
/// @param description what it means
public record Attribute(String name, String property, ValueType type, Use use, String description) {

  /// {@return whether it identifies its node or relationship}
  public boolean key() {
    return use == Use.KEY;
  }

  /// How the database uses an attribute.
  public enum Use {
    /// Only read.
    PLAIN,
    /// Read, filtered and sorted through an index.
    INDEXED,
    /// On a node: unique. On a relationship: distinguishes it from others between the same nodes.
    KEY
  }
}
