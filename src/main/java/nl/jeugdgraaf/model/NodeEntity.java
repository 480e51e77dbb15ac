package nl.jeugdgraaf.model;

import java.util.SequencedMap;

/// A node type, or an interface over node types.
public sealed interface NodeEntity extends Entity permits NodeType, InterfaceType {
  /// Returns the root field under which lists of it are asked.
  ///
  /// @return the field name
  String plural();

  /// Returns its attributes and relationships.
  ///
  /// @return the members
  Members members();

  @Override
  default SequencedMap<String, Attribute> attributes() {
    return members().attributes();
  }

  /// Returns its computed fields by field name, in order.
  ///
  /// @return the computed fields
  default SequencedMap<String, ComputedField> computed() {
    return members().computed();
  }

  /// Returns its relationships by field name, in order.
  ///
  /// @return the relationships
  default SequencedMap<String, RelationshipField> relationships() {
    return members().relationships();
  }
}
