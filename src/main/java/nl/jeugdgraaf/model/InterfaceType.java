package nl.jeugdgraaf.model;

import java.util.List;

/// What several node types share.
///
/// @param name type name in GraphQL
/// @param plural root field of its lists
/// @param implementations names of the node types that have it, at least one
/// @param fields the common attributes and relationships
/// @param description what it is
public record InterfaceType(
    String name, String plural, List<String> implementations, TypeFields fields, String description)
    implements NodeEntity {

  /// Copies the list.
  public InterfaceType {
    implementations = List.copyOf(implementations);
  }
}
