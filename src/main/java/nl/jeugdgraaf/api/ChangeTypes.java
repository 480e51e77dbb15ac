package nl.jeugdgraaf.api;

import static nl.jeugdgraaf.schema.SdlWriter.argument;
import static nl.jeugdgraaf.schema.SdlWriter.withArguments;

import java.util.LinkedHashMap;
import java.util.List;
import nl.jeugdgraaf.api.ApiField.Change;
import nl.jeugdgraaf.api.ApiField.ChangeConnection;
import nl.jeugdgraaf.api.ApiField.ChangeEdge;
import nl.jeugdgraaf.api.ApiField.ChangeGroup;
import nl.jeugdgraaf.api.ApiField.ChangeState;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes `changes` and its types: what began, ended or moved between two days.
final class ChangeTypes {
  /// What happened to a relationship.
  static final Scalar.Enumeration KINDS =
      new Scalar.Enumeration(
          ApiNames.CHANGE_KIND,
          List.of(
              new Scalar.Enumeration.Value("BEGAN", "A period began (begonnen)"),
              new Scalar.Enumeration.Value("ENDED", "A period ended (beëindigd)"),
              new Scalar.Enumeration.Value(
                  "MOVED",
                  "The only period of its kind that ended on the day and the only one that began"
                      + " (overgegaan)")),
          "What happened to a relationship (soort mutatie)");

  private final Model model;
  private final SdlWriter sdl;

  ChangeTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  /// Writes the field that asks for changes around nodes of a type, if the type has any tracked
  /// relationship.
  static void field(NodeEntity entity, SdlWriter sdl) {
    if (isTracked(entity)) {
      sdl.field(
          withArguments(
              ApiNames.CHANGES, argument(Argument.FROM, "Date!"), argument(Argument.TO, "Date!")),
          ApiNames.changes(entity.name()) + "!",
          "What began, ended or moved after the day from, up to and including the day to"
              + " (mutaties)");
    }
  }

  private static boolean isTracked(NodeEntity entity) {
    return entity instanceof NodeType && !entity.fields().uses().tracked().isEmpty();
  }

  void write() {
    var states = new LinkedHashMap<String, ConnectionType>();
    for (var node : model.nodes().values()) {
      if (isTracked(node)) {
        changes(node);
      }
      for (var relationship : tracked(node)) {
        var type = ConnectionType.of(model, relationship);
        states.put(type.name(), type);
        change(node, relationship, type);
      }
    }
    states.values().forEach(this::state);
    if (!states.isEmpty()) {
      sdl.type(
          "enum " + KINDS.typeName(),
          KINDS.description(),
          () -> KINDS.values().forEach(kind -> sdl.value(kind.name(), kind.description())));
    }
  }

  private static List<RelationshipField> tracked(NodeType node) {
    return node.relationships().values().stream()
        .filter(it -> node.fields().uses().tracked().contains(it.name()))
        .toList();
  }

  private void changes(NodeType node) {
    sdl.type(
        "type " + ApiNames.changes(node.name()),
        "What changed around nodes of type " + node.name() + " (mutaties)",
        () -> {
          for (var relationship : tracked(node)) {
            var change = ApiNames.change(node.name(), relationship.name());
            sdl.field(
                withArguments(
                    relationship.name(),
                    argument(Argument.WHERE, ApiNames.where(change)),
                    ConnectionTypes.PAGE),
                ApiNames.connection(change) + "!",
                "Changes, earliest first, of: " + relationship.target().description());
          }
        });
  }

  private void change(NodeType node, RelationshipField relationship, ConnectionType type) {
    var name = ApiNames.change(node.name(), relationship.name());
    var state = ApiNames.changeState(type.name());
    connection(name);
    edge(name);
    group(name);
    sdl.type(
        "type " + name,
        "One change of: " + relationship.target().description(),
        () -> {
          for (var field : Change.values()) {
            switch (field) {
              case ON -> field(field, "Date!", "First day on which it holds (ingangsdatum)");
              case KIND -> field(field, KINDS.typeName() + "!", "What happened (soort mutatie)");
              case OF -> field(field, node.name() + "!", "Around what it changed (knoop)");
              case BEFORE -> field(field, state, "What ended on the day, or null (voorheen)");
              case AFTER -> field(field, state, "What began on the day, or null (voortaan)");
            }
          }
        });
    key(name, node, ApiNames.key(state));
    where(name, node, ApiNames.where(ApiNames.connection(type.name())));
  }

  private void connection(String name) {
    sdl.type(
        "type " + ApiNames.connection(name),
        "Changes, earliest first, in pages (mutaties)",
        () -> {
          for (var field : ChangeConnection.values()) {
            switch (field) {
              case EDGES ->
                  field(field, "[" + ApiNames.edge(name) + "!]!", "One for each change (mutaties)");
              case PAGE_INFO ->
                  field(
                      field,
                      ApiNames.PAGE_INFO + "!",
                      "What comes before and after the edges (pagina)");
              case TOTAL_COUNT -> field(field, "Int!", "Number of changes on all pages (aantal)");
              case GROUPS ->
                  sdl.field(
                      withArguments(
                          field.fieldName(),
                          argument(Argument.SORT, "[" + ApiNames.GROUP_SORT + "!]"),
                          argument(Argument.FIRST, "Int"),
                          argument(Argument.OFFSET, "Int")),
                      "[" + ApiNames.aggregate(name) + "!]!",
                      "All pages in groups by the key that is selected, sorted by it (groepen)");
            }
          }
        });
  }

  private void edge(String name) {
    sdl.type(
        "type " + ApiNames.edge(name),
        "One that leads to a change (relatie)",
        () -> {
          for (var field : ChangeEdge.values()) {
            switch (field) {
              case CURSOR ->
                  field(field, "String!", "Its place in the list, for after and before (plaats)");
              case NODE -> field(field, name + "!", "The change (mutatie)");
            }
          }
        });
  }

  private void group(String name) {
    sdl.type(
        "type " + ApiNames.aggregate(name),
        "A group of changes (groep)",
        () -> {
          for (var field : ChangeGroup.values()) {
            switch (field) {
              case KEY ->
                  field(
                      field,
                      ApiNames.key(name),
                      "What the changes share: the selected values group them (sleutel)");
              case COUNT ->
                  field(
                      field,
                      ApiNames.CONNECTION_COUNT + "!",
                      "How many: edges are changes, nodes what they are around (aantallen)");
            }
          }
        });
  }

  private void key(String name, NodeType node, String state) {
    sdl.type(
        "type " + ApiNames.key(name),
        "Values that the changes of a group share (sleutel)",
        () -> {
          for (var field : Change.values()) {
            switch (field) {
              case ON ->
                  sdl.field(
                      withArguments(
                          field.fieldName(), argument(Argument.BUCKET, ApiNames.DATE_BUCKET)),
                      "Date",
                      "First day on which it holds (ingangsdatum)");
              case KIND -> field(field, KINDS.typeName(), "What happened (soort mutatie)");
              case OF -> field(field, ApiNames.key(node.name()), "Around what it changed (knoop)");
              case BEFORE -> field(field, state, "What ended on the day, or null (voorheen)");
              case AFTER -> field(field, state, "What began on the day, or null (voortaan)");
            }
          }
        });
  }

  private void where(String name, NodeType node, String state) {
    InputTypes.where(
        sdl,
        name,
        "Which changes are asked; everything given must hold (mutaties)",
        () -> {
          for (var field : Change.values()) {
            switch (field) {
              case ON -> field(field, ApiNames.filter("Date"), "About the day (ingangsdatum)");
              case KIND ->
                  field(field, ApiNames.filter(KINDS.typeName()), "What happened (soort mutatie)");
              case OF ->
                  field(field, ApiNames.where(node.name()), "About what it is around (knoop)");
              case BEFORE ->
                  field(field, state, "About what ended; null where nothing did (voorheen)");
              case AFTER ->
                  field(field, state, "About what began; null where nothing did (voortaan)");
            }
          }
        });
  }

  private void state(ConnectionType type) {
    var state = ApiNames.changeState(type.name());
    var about = "A relationship that leads to " + type.target().name() + " (relatie)";
    sdl.type(
        "type " + state,
        about,
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
    sdl.type(
        "type " + ApiNames.key(state),
        about,
        () -> {
          for (var field : ChangeState.values()) {
            switch (field) {
              case NODE ->
                  field(field, ApiNames.key(type.target().name()), "Where it leads (knoop)");
              case PROPERTIES ->
                  field(
                      field,
                      ApiNames.key(type.edge().name()),
                      "Properties of the relationship (kenmerken)");
            }
          }
        });
  }

  private void field(ApiField field, String type, String description) {
    sdl.field(field.fieldName(), type, description);
  }
}
