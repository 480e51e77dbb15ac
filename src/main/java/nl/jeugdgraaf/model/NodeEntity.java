package nl.jeugdgraaf.model;

import java.util.SequencedMap;

/// A node type, or an interface over node types.
public sealed interface NodeEntity extends Entity permits NodeType, InterfaceType {
  /// {@return the root field under which lists of it are asked}
  String plural();

  /// {@return its attributes, relationships and computed fields}
  TypeFields fields();

  @Override
  default SequencedMap<String, Attribute> attributes() {
    return fields().attributes();
  }

  /// {@return its computed fields by field name, in order}
  default SequencedMap<String, ComputedField> computed() {
    return fields().computed();
  }

  /// {@return its relationships by field name, in order}
  default SequencedMap<String, RelationshipField> relationships() {
    return fields().relationships();
  }
}
