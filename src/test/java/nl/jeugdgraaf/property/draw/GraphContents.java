package nl.jeugdgraaf.property.draw;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.RelatedNodes;

/// What a graph has: types with nodes, and fields that lead somewhere from some node.
///
/// Drawn operations mostly ask for these; else most answers would be empty.
///
/// @param types names of types and interfaces of which there are nodes
/// @param fields `Type.field` of relationships, and root fields, that give something, and
///   `Interface.Type` of what narrows it to a type of which there are nodes
/// @param undirected those of the fields that are read both ways, or lead there
/// @param temporal fields, whether they give something or not, that can show every period
public record GraphContents(
    Set<String> types, Set<String> fields, Set<String> undirected, Set<String> temporal) {
  public static GraphContents in(Model model, Graph graph) {
    var types = new HashSet<String>();
    var fields = new HashSet<String>();
    var undirected = new HashSet<String>();
    var temporal = new HashSet<String>();
    var timeless = new RelatedNodes(model, graph.withoutPeriods());
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        if (relationship.properties().temporal()) {
          temporal.add(entity.name() + "." + relationship.name() + "Connection");
          if (relationship.target().many()) {
            temporal.add(entity.name() + "." + relationship.name());
          }
        }
      }
      for (var node : timeless.nodes(entity)) {
        types.add(entity.name());
        fields.add(entity.name() + "." + node.type().name());
        fields.add("Query." + entity.plural());
        fields.add("Query." + entity.plural() + "Connection");
        fields.add("Query." + singular(node.type().name()));
        for (var relationship : entity.relationships().values()) {
          if (!timeless.of(node, relationship, graph.today()).isEmpty()) {
            var both = relationship.direction() == RelationshipField.Direction.BOTH;
            for (var end : List.of("", "Connection")) {
              fields.add(entity.name() + "." + relationship.name() + end);
              if (both) {
                undirected.add(entity.name() + "." + relationship.name() + end);
                undirected.add("Query." + entity.plural());
              }
            }
          }
        }
      }
    }
    return new GraphContents(types, fields, undirected, temporal);
  }

  /// Returns the same, but at the root only some types and interfaces.
  public GraphContents fromRootsOf(Model model, Set<String> entities) {
    var left = new HashSet<>(fields);
    for (var entity : model.entities()) {
      if (!entities.contains(entity.name())) {
        left.remove("Query." + entity.plural());
        left.remove("Query." + entity.plural() + "Connection");
        left.remove("Query." + singular(entity.name()));
      }
    }
    return new GraphContents(types, left, undirected, temporal);
  }

  private static String singular(String type) {
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }
}
