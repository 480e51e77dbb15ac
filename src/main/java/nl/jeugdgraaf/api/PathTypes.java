package nl.jeugdgraaf.api;

import static nl.jeugdgraaf.schema.SdlWriter.argument;
import static nl.jeugdgraaf.schema.SdlWriter.withArguments;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import nl.jeugdgraaf.api.ApiField.Path;
import nl.jeugdgraaf.api.ApiField.PathRelationship;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.Root;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes `path`, `paths` and their types.
public final class PathTypes {
  /// How many relationships a path may have by default.
  public static final int LENGTH_DEFAULT = 4;

  /// How many paths are shown by default.
  public static final int PATHS_DEFAULT = 10;

  private final Model model;
  private final SdlWriter sdl;

  PathTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  /// Returns the relationships that a path may follow, by their type in the database.
  ///
  /// @param model the graph
  /// @return one field for each relationship type
  public static SequencedMap<String, RelationshipField> steps(Model model) {
    var steps = new LinkedHashMap<String, RelationshipField>();
    for (var node : model.nodes().values()) {
      for (var name : node.fields().uses().steps()) {
        var relationship = node.relationships().get(name);
        if (relationship != null) {
          steps.putIfAbsent(relationship.type(), relationship);
        }
      }
    }
    return steps;
  }

  /// Writes the root fields, if there is any relationship that a path may follow.
  void rootFields() {
    if (steps(model).isEmpty()) {
      return;
    }
    var from = argument(Argument.FROM, "ID!");
    var to = argument(Argument.TO, "ID!");
    var via = argument(Argument.VIA, "[" + ApiNames.PATH_VIA + "!]");
    var maxLength = argument(Argument.MAX_LENGTH, "Int = " + LENGTH_DEFAULT);
    sdl.field(
        withArguments(Root.PATH, from, to, via, maxLength, TimeArguments.AS_OF),
        ApiNames.PATH,
        "A shortest path between two nodes by their ids, or null if none has at most maxLength"
            + " relationships (pad)");
    sdl.field(
        withArguments(
            Root.PATHS,
            from,
            to,
            via,
            maxLength,
            argument(Argument.FIRST, "Int = " + PATHS_DEFAULT),
            TimeArguments.AS_OF),
        "[" + ApiNames.PATH + "!]!",
        "The shortest paths between two nodes; none uses a relationship twice (paden)");
  }

  void write() {
    if (steps(model).isEmpty()) {
      return;
    }
    path();
    relationship();
    sdl.type(
        "enum " + ApiNames.PATH_VIA,
        "Relationships that a path may follow (schakels)",
        () ->
            steps(model)
                .forEach(
                    (type, relationship) -> sdl.value(type, relationship.target().description())));
  }

  private void path() {
    sdl.type(
        "type " + ApiNames.PATH,
        "Nodes joined by relationships, followed in either direction (pad)",
        () -> {
          for (var field : Path.values()) {
            switch (field) {
              case LENGTH -> field(field, "Int!", "Number of relationships (lengte)");
              case NODES ->
                  field(
                      field,
                      "[" + ApiNames.NODE_INTERFACE + "!]!",
                      "From the first node to the last (knopen)");
              case RELATIONSHIPS ->
                  field(
                      field,
                      "[" + ApiNames.PATH_RELATIONSHIP + "!]!",
                      "Each joins a node and the next (relaties)");
            }
          }
        });
  }

  private void relationship() {
    sdl.type(
        "type " + ApiNames.PATH_RELATIONSHIP,
        "A relationship of a path (relatie)",
        () -> {
          for (var field : PathRelationship.values()) {
            switch (field) {
              case TYPE -> field(field, ApiNames.PATH_VIA + "!", "Its type (soort)");
              case VALID_FROM -> field(field, "Date", "First day (ingangsdatum)");
              case VALID_TO ->
                  field(field, "Date", "First day after the period (einddatum, exclusief)");
            }
          }
        });
  }

  private void field(ApiField field, String type, String description) {
    sdl.field(field.fieldName(), type, description);
  }
}
