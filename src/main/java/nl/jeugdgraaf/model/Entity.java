package nl.jeugdgraaf.model;

import java.util.SequencedMap;

/// Whatever has attributes: a node type, an interface, the properties of a relationship.
public sealed interface Entity permits NodeEntity, RelationshipProperties {
  /// Returns the name in the GraphQL schema.
  ///
  /// @return the name
  String name();

  /// Returns what it is.
  ///
  /// @return the description
  String description();

  /// Returns its attributes by field name, in order.
  ///
  /// @return the attributes
  SequencedMap<String, Attribute> attributes();
}
