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
/// @param rare those of the fields that are read both ways, or show who was last, or lead there
/// @param deciding fields, whether they give something or not, of days by which nodes are there and
///   states are decided, and what is computed from them without being a state
/// @param decided fields of nodes there are whose value depends on the day
public record GraphContents(
    Set<String> types,
    Set<String> fields,
    Set<String> rare,
    Set<String> deciding,
    Set<String> decided) {
  public static GraphContents in(Model model, Graph graph) {
    var types = new HashSet<String>();
    var fields = new HashSet<String>();
    var rare = new HashSet<String>();
    var decided = new HashSet<String>();
    var links = new RelatedNodes(model, graph);
    for (var entity : model.entities()) {
      for (var node : links.nodes(entity)) {
        types.add(entity.name());
        decided.addAll(DecidingDays.decided(node.type()));
        fields.add(entity.name() + "." + node.type().name());
        fields.add("Query." + entity.plural());
        fields.add("Query." + entity.plural() + "Connection");
        fields.add("Query." + singular(node.type().name()));
        for (var relationship : entity.relationships().values()) {
          if (!links.ever(node, relationship).isEmpty()) {
            var isRare =
                relationship.direction() == RelationshipField.Direction.BOTH
                    || model.lastField(relationship.type()).isPresent();
            for (var end : List.of("", "Connection")) {
              fields.add(entity.name() + "." + relationship.name() + end);
              if (isRare) {
                rare.add(entity.name() + "." + relationship.name() + end);
                rare.add("Query." + entity.plural());
              }
            }
          }
        }
      }
    }
    var deciding = DecidingDays.fields(model);
    return new GraphContents(types, fields, rare, deciding, decided);
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
    return new GraphContents(types, left, rare, deciding, decided);
  }

  private static String singular(String type) {
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }
}
