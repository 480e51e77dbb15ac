package nl.jeugdgraaf.model;

import java.util.List;
import nl.jeugdgraaf.problem.Bug;

/// A kind of node.
///
/// @param name type name in GraphQL and its own label in Neo4j
/// @param plural root field of its lists
/// @param labels all labels of such a node, its own first
/// @param fields attributes, relationships and computed fields
/// @param description what it is
public record NodeType(
    String name, String plural, List<String> labels, TypeFields fields, String description)
    implements NodeEntity {

  /// Copies the list.
  public NodeType {
    labels = List.copyOf(labels);
  }

  /// {@return when its nodes are there, and when they are active}
  public Lifetime lifetime() {
    return fields.uses().lifetime();
  }

  /// {@return a stored attribute that the schema check has found}
  ///
  /// @param name its name
  public Attribute attribute(String name) {
    var attribute = attributes().get(name);
    if (attribute == null) {
      throw new Bug("no attribute " + this.name + "." + name);
    }
    return attribute;
  }

  /// {@return the root field that looks one node up by a key}
  public String singular() {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /// {@return the attributes that identify a node, at least one; the first is the ordering key}
  public List<Attribute> keys() {
    return attributes().values().stream().filter(Attribute::key).toList();
  }

  /// Returns the first key.
  ///
  /// @return the key by which lists are ordered last
  public Attribute key() {
    return keys().getFirst();
  }
}
