package nl.jeugdgraaf.model;

/// A field that follows relationships from one node type to another.
///
/// @param name field name in GraphQL
/// @param type relationship type in Neo4j
/// @param direction which way it is read
/// @param properties properties of the relationships, [RelationshipProperties#NONE] where they have
///   none
/// @param target where it leads
public record RelationshipField(
    String name,
    String type,
    Direction direction,
    RelationshipProperties properties,
    Target target) {

  /// Which way a relationship is read, seen from the node type that has the field.
  public enum Direction {
    /// Away from the node.
    OUT,
    /// Towards the node.
    IN,
    /// Both ways.
    BOTH;

    /// {@return the way back}
    public Direction reversed() {
      return switch (this) {
        case OUT -> IN;
        case IN -> OUT;
        case BOTH -> BOTH;
      };
    }
  }

  /// Returns whether the field is a chain: it leads to every node that one or more relationships
  /// reach, each from where the last one led. A chain is read only: what it follows is stored by
  /// another field.
  public boolean isChain() {
    return target.steps() > 1;
  }

  /// Where a relationship leads.
  ///
  /// @param entity name of a node type or interface
  /// @param many whether the field is a list; otherwise it is one node or null
  /// @param steps over how many relationships at most: 1, or more for a chain
  /// @param description what the field means
  public record Target(String entity, boolean many, int steps, String description) {}
}
