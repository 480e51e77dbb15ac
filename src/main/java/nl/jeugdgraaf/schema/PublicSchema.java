package nl.jeugdgraaf.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.model.Scalar;

/// Writes the public GraphQL schema of a model.
///
/// The text is what clients see, what is checked in as `schema/jeugdgraaf.graphqls`, and what
/// requests are validated against: there is no second form of it.
public final class PublicSchema {
  private final Model model;
  private final SdlText sdl = new SdlText();

  private PublicSchema(Model model) {
    this.model = model;
  }

  /// Writes the public schema.
  ///
  /// @param model the graph
  /// @return the schema in the schema definition language
  public static String write(Model model) {
    return new PublicSchema(model).text();
  }

  /// Returns the root field that looks one node up.
  ///
  /// @param node its type
  /// @return the field name
  public static String singular(NodeType node) {
    return Character.toLowerCase(node.name().charAt(0)) + node.name().substring(1);
  }

  /// Returns what the types of a connection have in common in their names: target and properties.
  ///
  /// @param relationship the relationship
  /// @return the start of the names
  public static String connectionName(Relationship relationship) {
    return relationship.target().entity() + relationship.edge().name();
  }

  private String text() {
    sdl.line(
        "# The public schema, written from the model. Do not edit: see README.md, development.");
    sdl.blank();
    query();
    directivesAndScalars();
    model.interfaces().values().forEach(this::interfaceType);
    model.nodes().values().forEach(this::nodeType);
    model.edges().values().forEach(this::edgeType);
    connections().values().forEach(this::connection);
    sdl.type(
        "type ConnectionAggregate",
        "What a connection holds, in numbers (totalen)",
        () -> sdl.field("count: ConnectionCount!", "How many (aantallen)"));
    sdl.type(
        "type ConnectionCount",
        "How many nodes and relationships a connection holds (aantallen)",
        () -> {
          sdl.field("nodes: Int!", "Different nodes (verschillende knopen)");
          sdl.field("edges: Int!", "Relationships (relaties)");
        });
    model.enumerations().values().forEach(this::enumeration);
    new InputTypes(model, sdl).write(connections().values());
    return sdl.toString();
  }

  private void query() {
    sdl.type(
        "type Query",
        "Where every question starts (vragen)",
        () -> {
          for (var entity : model.entities()) {
            sdl.field(
                "%s(where: %sWhere, limit: Int, offset: Int, sort: [%sSort!]): [%s!]!"
                    .formatted(entity.plural(), entity.name(), entity.name(), entity.name()),
                entity.description());
            if (entity instanceof NodeType node) {
              sdl.field(
                  "%s(by: %sBy!): %s".formatted(singular(node), node.name(), node.name()),
                  "One by its key, or null: " + node.description());
            }
          }
        });
  }

  private void directivesAndScalars() {
    sdl.described(
        "Asks the operation, or this field and all below it, on a day; the default is today in"
            + " Europe/Amsterdam (peildatum)",
        "directive @asOf(date: Date!) on QUERY | FIELD");
    sdl.described("A day, such as 2026-11-22 (datum)", "scalar Date");
    sdl.described(
        "A moment with its offset, such as 2026-11-22T10:00:00+01:00 (tijdstip)",
        "scalar DateTime");
    sdl.described("A whole number of up to 64 bits (geheel getal)", "scalar Long");
    for (var code : Scalar.Code.values()) {
      sdl.described(code.description(), "scalar " + code.typeName());
    }
  }

  private void interfaceType(InterfaceType type) {
    sdl.type("interface " + type.name(), type.description(), () -> members(type));
  }

  private void nodeType(NodeType node) {
    var interfaces =
        model.interfaces().values().stream()
            .filter(type -> type.implementations().contains(node.name()))
            .map(InterfaceType::name)
            .collect(Collectors.joining(" & "));
    var header = "type " + node.name() + (interfaces.isEmpty() ? "" : " implements " + interfaces);
    sdl.type(header, node.description(), () -> members(node));
  }

  private void edgeType(EdgeType edge) {
    sdl.type(
        "type " + edge.name(),
        edge.description(),
        () -> edge.attributes().values().forEach(this::attribute));
  }

  private void members(NodeEntity entity) {
    entity.attributes().values().forEach(this::attribute);
    for (var relationship : entity.relationships().values()) {
      var target = relationship.target();
      sdl.field(
          target.many()
              ? "%s(where: %sWhere, limit: Int, offset: Int, sort: [%sSort!]): [%s!]!"
                  .formatted(relationship.name(), target.entity(), target.entity(), target.entity())
              : relationship.name() + ": " + target.entity(),
          target.description());
      var name = connectionName(relationship);
      sdl.field(
          "%sConnection(where: %sConnectionWhere, first: Int, sort: [%sConnectionSort!]): %sConnection!"
              .formatted(relationship.name(), name, name, name),
          "With the properties of the relationships: " + target.description());
    }
  }

  private void attribute(Attribute attribute) {
    sdl.field(attribute.name() + ": " + attribute.type().text(), attribute.description());
  }

  private Map<String, Relationship> connections() {
    var found = new LinkedHashMap<String, Relationship>();
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        found.putIfAbsent(connectionName(relationship), relationship);
      }
    }
    return found;
  }

  private void connection(Relationship relationship) {
    var name = connectionName(relationship);
    var target = relationship.target().entity();
    sdl.type(
        "type " + name + "Connection",
        "Relationships that lead to " + target + " (relaties)",
        () -> {
          sdl.field("edges: [" + name + "Edge!]!", "One for each relationship (relaties)");
          sdl.field("totalCount: Int!", "Number of relationships, whatever first says (aantal)");
          sdl.field("aggregate: ConnectionAggregate!", "In numbers (totalen)");
        });
    sdl.type(
        "type " + name + "Edge",
        "One relationship that leads to " + target + " (relatie)",
        () -> {
          sdl.field("node: " + target + "!", "Where it leads (knoop)");
          if (!relationship.edge().isNone()) {
            sdl.field(
                "properties: " + relationship.edge().name() + "!",
                "What it says itself (kenmerken)");
          }
        });
  }

  private void enumeration(Scalar.Enumeration list) {
    sdl.type(
        "enum " + list.typeName(),
        list.description(),
        () -> list.values().forEach(value -> sdl.field(value.name(), value.description())));
  }
}
