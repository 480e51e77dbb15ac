package nl.jeugdgraaf.api;

import java.util.LinkedHashMap;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes what tells the changes of tracked relationships between two days.
final class ChangeTypes {
  private final Model model;
  private final SdlWriter sdl;

  ChangeTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  /// Writes the field of a node type that asks for changes, if any are tracked.
  static void field(NodeEntity node, SdlWriter sdl) {
    if (!node.fields().uses().tracked().isEmpty()) {
      sdl.field(
          "changes(from: Date!, to: Date!): " + node.name() + "Changes!",
          "What began, ended or moved after the day from, up to and on the day to (mutaties)");
    }
  }

  void write() {
    var types = new LinkedHashMap<String, ConnectionType>();
    for (var node : model.nodes().values()) {
      if (!node.fields().uses().tracked().isEmpty()) {
        changes(node);
      }
      for (var name : node.fields().uses().tracked()) {
        var relationship = node.relationships().get(name);
        if (relationship != null) {
          var type = ConnectionType.of(model, relationship);
          types.put(type.name(), type);
        }
      }
    }
    types.values().forEach(this::change);
    if (!types.isEmpty()) {
      kinds();
    }
  }

  private void changes(NodeType node) {
    sdl.type(
        "type " + node.name() + "Changes",
        "What changed around a " + node.name() + ", the earliest first (mutaties)",
        () -> {
          for (var name : node.fields().uses().tracked()) {
            var relationship = node.relationships().get(name);
            if (relationship != null) {
              sdl.field(
                  name + ": [" + ConnectionType.of(model, relationship).name() + "Change!]!",
                  "Changes of: " + relationship.target().description());
            }
          }
        });
  }

  private void change(ConnectionType type) {
    var state = type.name() + "State";
    sdl.type(
        "type " + type.name() + "Change",
        "One change of what leads to " + type.target().name() + " (mutatie)",
        () -> {
          sdl.field("on: Date!", "Day from which it holds (ingangsdatum)");
          sdl.field("kind: ChangeKind!", "What happened (soort mutatie)");
          sdl.field("before: " + state, "What ended on the day, or null (voorheen)");
          sdl.field("after: " + state, "What began on the day, or null (voortaan)");
        });
    sdl.type(
        "type " + state,
        "A relationship that leads to " + type.target().name() + " (relatie)",
        () -> {
          sdl.field("node: " + type.target().name() + "!", "Where it leads (knoop)");
          sdl.field("properties: " + type.edge().name() + "!", "What it says (kenmerken)");
        });
  }

  private void kinds() {
    sdl.type(
        "enum ChangeKind",
        "What happened to a relationship (soort mutatie)",
        () -> {
          sdl.field("BEGAN", "A period began (begonnen)");
          sdl.field("ENDED", "A period ended (beëindigd)");
          sdl.field(
              "MOVED",
              "The only period of its kind that ended on the day and the only one that began"
                  + " (overgegaan)");
        });
  }
}
