package nl.jeugdgraaf.property;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import nl.jeugdgraaf.model.Model;

/// What a graph has: types with nodes, and fields that lead somewhere from some node.
///
/// Drawn operations mostly ask for these; else most answers would be empty.
///
/// @param types names of types and interfaces of which there are nodes
/// @param fields `Type.field` of relationships, and root fields, that give something
record Present(Set<String> types, Set<String> fields) {
  static Present in(Model model, Graph graph) {
    var types = new HashSet<String>();
    var fields = new HashSet<String>();
    var timeless = new Links(model, graph.withoutPeriods());
    for (var entity : model.entities()) {
      for (var node : timeless.nodes(entity)) {
        types.add(entity.name());
        fields.add("Query." + entity.plural());
        fields.add("Query." + singular(node.type().name()));
        for (var relationship : entity.relationships().values()) {
          if (!timeless.of(node, relationship, graph.today()).isEmpty()) {
            fields.add(entity.name() + "." + relationship.name());
            fields.add(entity.name() + "." + relationship.name() + "Connection");
          }
        }
      }
    }
    return new Present(types, fields);
  }

  private static String singular(String type) {
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }
}
