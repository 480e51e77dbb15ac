package nl.jeugdgraaf.networkanalysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import nl.jeugdgraaf.api.GlobalId;

/// A node of the graph, as far as an analysis speaks of it.
///
/// @param id its id, on the day that was asked
/// @param name its name
record NamedNode(String id, String name) {
  static NamedNode of(JsonNode node) {
    return new NamedNode(node.path("id").asText(), node.path("name").asText(""));
  }

  /// {@return the key of a node by its id, without its type; empty where there is no such id}
  ///
  /// @param id an id
  static String key(String id) {
    return GlobalId.of(id).map(GlobalId::key).orElse("");
  }

  /// {@return the node in the form of the public type `NamedNode`}
  Map<String, Object> shown() {
    return Map.of("id", id, "name", name);
  }
}
