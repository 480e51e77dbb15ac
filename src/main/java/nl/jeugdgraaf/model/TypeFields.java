package nl.jeugdgraaf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The fields of a node type or interface.
///
/// @param attributes by field name, in order
/// @param relationships by field name, in order
/// @param computed by field name, in order
/// @param uses which of them search, `changes` and paths use
public record TypeFields(
    SequencedMap<String, Attribute> attributes,
    SequencedMap<String, RelationshipField> relationships,
    SequencedMap<String, ComputedField> computed,
    FieldUses uses) {

  /// Copies the maps.
  public TypeFields {
    attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    relationships = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(relationships));
    computed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(computed));
  }

  /// {@return stored fields that neither search, `changes` nor paths use}
  ///
  /// @param attributes by field name, in order
  /// @param relationships by field name, in order
  public static TypeFields of(
      SequencedMap<String, Attribute> attributes,
      SequencedMap<String, RelationshipField> relationships) {
    return new TypeFields(attributes, relationships, new LinkedHashMap<>(), FieldUses.NONE);
  }
}
