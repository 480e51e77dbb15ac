package nl.jeugdgraaf.model;

import java.util.SequencedMap;

/// A type that has attributes: a node type, an interface, or the properties of a relationship.
public sealed interface Entity permits NodeEntity, RelationshipProperties {
  /// {@return the name in the GraphQL schema}
  String name();

  /// {@return what it is}
  String description();

  /// {@return its attributes by field name, in order}
  SequencedMap<String, Attribute> attributes();
}
