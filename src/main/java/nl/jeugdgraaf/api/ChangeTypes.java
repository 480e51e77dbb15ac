package nl.jeugdgraaf.api;

import static nl.jeugdgraaf.schema.SdlWriter.argument;
import static nl.jeugdgraaf.schema.SdlWriter.withArguments;

import java.util.LinkedHashMap;
import java.util.List;
import nl.jeugdgraaf.api.ApiField.Change;
import nl.jeugdgraaf.api.ApiField.ChangeState;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes `changes` and its types: what began, ended or moved between two days.
final class ChangeTypes {
  private final Model model;
  private final SdlWriter sdl;

  ChangeTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  /// Writes the field of a node type that asks for changes, if it has any tracked relationship.
  static void field(NodeEntity node, SdlWriter sdl) {
    if (!node.fields().uses().tracked().isEmpty()) {
      sdl.field(
          withArguments(
              ApiNames.CHANGES, argument(Argument.FROM, "Date!"), argument(Argument.TO, "Date!")),
          ApiNames.changes(node.name()) + "!",
          "What began, ended or moved after the day from, up to and including the day to"
              + " (mutaties)");
    }
  }

  void write() {
    var types = new LinkedHashMap<String, ConnectionType>();
    for (var node : model.nodes().values()) {
      var tracked = tracked(node);
      if (!tracked.isEmpty()) {
        changes(node, tracked);
      }
      for (var relationship : tracked) {
        var type = ConnectionType.of(model, relationship);
        types.put(type.name(), type);
      }
    }
    types.values().forEach(this::change);
    if (!types.isEmpty()) {
      kinds();
    }
  }

  private static List<RelationshipField> tracked(NodeType node) {
    return node.relationships().values().stream()
        .filter(it -> node.fields().uses().tracked().contains(it.name()))
        .toList();
  }

  private void changes(NodeType node, List<RelationshipField> tracked) {
    sdl.type(
        "type " + ApiNames.changes(node.name()),
        "What changed around a " + node.name() + ", earliest first (mutaties)",
        () -> {
          for (var relationship : tracked) {
            var change = ApiNames.change(ConnectionType.of(model, relationship).name());
            sdl.field(
                relationship.name(),
                "[" + change + "!]!",
                "Changes of: " + relationship.target().description());
          }
        });
  }

  private void change(ConnectionType type) {
    var state = ApiNames.changeState(type.name());
    sdl.type(
        "type " + ApiNames.change(type.name()),
        "One change of what leads to " + type.target().name() + " (mutatie)",
        () -> {
          for (var field : Change.values()) {
            switch (field) {
              case ON -> field(field, "Date!", "First day on which it holds (ingangsdatum)");
              case KIND ->
                  field(field, ApiNames.CHANGE_KIND + "!", "What happened (soort mutatie)");
              case BEFORE -> field(field, state, "What ended on the day, or null (voorheen)");
              case AFTER -> field(field, state, "What began on the day, or null (voortaan)");
            }
          }
        });
    sdl.type(
        "type " + state,
        "A relationship that leads to " + type.target().name() + " (relatie)",
        () -> {
          for (var field : ChangeState.values()) {
            switch (field) {
              case NODE -> field(field, type.target().name() + "!", "Where it leads (knoop)");
              case PROPERTIES ->
                  field(
                      field,
                      type.edge().name() + "!",
                      "Properties of the relationship (kenmerken)");
            }
          }
        });
  }

  private void field(ApiField field, String type, String description) {
    sdl.field(field.fieldName(), type, description);
  }

  private void kinds() {
    sdl.type(
        "enum " + ApiNames.CHANGE_KIND,
        "What happened to a relationship (soort mutatie)",
        () -> {
          sdl.value("BEGAN", "A period began (begonnen)");
          sdl.value("ENDED", "A period ended (beëindigd)");
          sdl.value(
              "MOVED",
              "The only period of its kind that ended on the day and the only one that began"
                  + " (overgegaan)");
        });
  }
}
