package nl.jeugdgraaf.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;

/// What the public types of a connection depend on. Connections that lead to the same entity by
/// relationships with the same properties share their types.
///
/// @param target where the connection leads
/// @param edge properties of the relationships, [RelationshipProperties#NONE] where they have none
public record ConnectionType(NodeEntity target, RelationshipProperties edge) {
  /// {@return what the names of the types start with}
  public String name() {
    return target.name() + edge.name();
  }

  /// {@return the connections at the root, in which nothing is related}
  ///
  /// @param entity what they list
  public static ConnectionType ofRoot(NodeEntity entity) {
    return new ConnectionType(entity, RelationshipProperties.NONE);
  }

  /// {@return the connections of a relationship}
  ///
  /// @param model the graph
  /// @param relationship what they follow
  public static ConnectionType of(Model model, RelationshipField relationship) {
    return new ConnectionType(
        model.entity(relationship.target().entity()), relationship.properties());
  }

  /// Returns every connection type of a model.
  static List<ConnectionType> all(Model model) {
    var found = new LinkedHashMap<String, ConnectionType>();
    model.entities().forEach(entity -> found.put(entity.name(), ofRoot(entity)));
    related(model).forEach(type -> found.putIfAbsent(type.name(), type));
    return List.copyOf(found.values());
  }

  /// Returns the connection types that follow relationships.
  static List<ConnectionType> related(Model model) {
    var found = new LinkedHashMap<String, ConnectionType>();
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        var type = of(model, relationship);
        found.putIfAbsent(type.name(), type);
      }
    }
    return new ArrayList<>(found.values());
  }
}
