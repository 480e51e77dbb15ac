package nl.jeugdgraaf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The fields of a node type or interface.
///
/// @param attributes by field name, in order
/// @param relationships by field name, in order
/// @param computed by field name, in order
/// @param roles what else they are for
public record Members(
    SequencedMap<String, Attribute> attributes,
    SequencedMap<String, RelationshipField> relationships,
    SequencedMap<String, ComputedField> computed,
    FieldRoles roles) {

  /// Copies the maps.
  public Members {
    attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    relationships = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(relationships));
    computed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(computed));
  }

  /// {@return members that are stored and not marked}
  ///
  /// @param attributes by field name, in order
  /// @param relationships by field name, in order
  public static Members of(
      SequencedMap<String, Attribute> attributes,
      SequencedMap<String, RelationshipField> relationships) {
    return new Members(attributes, relationships, new LinkedHashMap<>(), FieldRoles.NONE);
  }
}
