package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLCompositeType;
import java.util.Map;

/// A named fragment of a drawn document.
///
/// @param name its name
/// @param type type that it is on
/// @param keys its response keys
/// @param text its selection set
/// @param extent how deep fields are nested in it, and how many fields and aliases it has
record DrawnFragment(
    String name, GraphQLCompositeType type, ResponseKeys keys, String text, Extent extent) {
  /// How large a fragment is.
  ///
  /// @param depth fields inside fields
  /// @param aliases aliases
  /// @param fields fields
  /// @param grouped whether it was drawn inside a group
  /// @param many how many fields in it lead from a key to several nodes, by their depth in it
  record Extent(int depth, int aliases, int fields, boolean grouped, Map<Integer, Integer> many) {}
}
