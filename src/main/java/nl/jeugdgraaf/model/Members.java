package nl.jeugdgraaf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The fields of a node type or interface.
///
/// @param attributes by field name, in order
/// @param relationships by field name, in order
public record Members(
    SequencedMap<String, Attribute> attributes, SequencedMap<String, Relationship> relationships) {

  /// Copies the maps.
  public Members {
    attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    relationships = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(relationships));
  }
}
