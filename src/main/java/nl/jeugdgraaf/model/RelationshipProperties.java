package nl.jeugdgraaf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The properties that relationships carry.
///
/// @param name type name in GraphQL, empty for [#NONE]
/// @param temporal whether relationships hold from `validFrom` up to, but not including, `validTo`
/// @param attributes by field name, in order
/// @param description what it means
public record RelationshipProperties(
    String name, boolean temporal, SequencedMap<String, Attribute> attributes, String description)
    implements Entity {

  /// Property that holds the first day of a temporal relationship.
  public static final String VALID_FROM = "validFrom";

  /// Property that holds the first day after a temporal relationship.
  public static final String VALID_TO = "validTo";

  /// Name under which filters ask about the period of a temporal relationship.
  public static final String PERIOD = "period";

  /// Relationships without properties.
  public static final RelationshipProperties NONE =
      new RelationshipProperties("", false, new LinkedHashMap<>(), "");

  /// Copies the map.
  public RelationshipProperties {
    attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
  }

  /// {@return whether relationships have no properties}
  public boolean isNone() {
    return name.isEmpty();
  }

  /// Returns the attributes that distinguish relationships between the same two nodes, in addition
  /// to `validFrom`.
  ///
  /// @return the key attributes, may be empty
  public List<Attribute> keys() {
    return attributes.values().stream().filter(Attribute::key).toList();
  }
}
