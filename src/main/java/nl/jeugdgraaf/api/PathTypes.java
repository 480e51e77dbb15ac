package nl.jeugdgraaf.api;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes what shows paths from one node to another.
public final class PathTypes {
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

  /// Writes the root fields, where a path has anything to follow.
  void rootFields() {
    if (steps(model).isEmpty()) {
      return;
    }
    var arguments = "from: ID!, to: ID!, via: [PathVia!], maxLength: Int = 4";
    sdl.field(
        "path(" + arguments + "): Path",
        "A shortest path between two nodes by their globalId, or null where none is as short"
            + " (pad)");
    sdl.field(
        "paths(" + arguments + ", first: Int = 10): [Path!]!",
        "The shortest paths between two nodes, no relationship twice in one (paden)");
  }

  void write() {
    if (steps(model).isEmpty()) {
      return;
    }
    sdl.type(
        "type Path",
        "Nodes that follow each other by relationships, whichever way these point (pad)",
        () -> {
          sdl.field("length: Int!", "Number of relationships (lengte)");
          sdl.field("nodes: [Node!]!", "From the first node to the last (knopen)");
          sdl.field(
              "relationships: [PathRelationship!]!", "Each joins a node and the next (relaties)");
        });
    sdl.type(
        "type PathRelationship",
        "A relationship of a path (relatie)",
        () -> {
          sdl.field("type: PathVia!", "Its type (soort)");
          sdl.field("validFrom: Date", "First day (ingangsdatum)");
          sdl.field("validTo: Date", "First day after the period (einddatum, exclusief)");
        });
    sdl.type(
        "enum PathVia",
        "Relationships that a path may follow (schakels)",
        () ->
            steps(model)
                .forEach(
                    (type, relationship) -> sdl.field(type, relationship.target().description())));
  }
}
