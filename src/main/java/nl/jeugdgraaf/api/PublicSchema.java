package nl.jeugdgraaf.api;

import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes the public GraphQL schema of a model.
///
/// The text is what clients see, what is checked in as `schema/jeugdgraaf.graphqls`, and what
/// requests are validated against: there is no second form of it.
public final class PublicSchema {
  /// Name of the interface of every node type, as Relay has it.
  public static final String NODE = "Node";

  /// Name of its field that identifies one node among all.
  public static final String GLOBAL_ID = "globalId";

  private static final String PAGE = "first: Int, after: String, last: Int, before: String";

  private final Model model;
  private final SdlWriter sdl = new SdlWriter();

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

  private String text() {
    sdl.line(
        "# The public schema, written from the model. Do not edit: see README.md, development.");
    sdl.blank();
    query();
    directivesAndScalars();
    nodeInterface();
    model.interfaces().values().forEach(this::interfaceType);
    model.nodes().values().forEach(this::nodeType);
    model.relationshipProperties().values().forEach(this::edgeType);
    pageInfo();
    ConnectionType.all(model).forEach(this::connection);
    model.entities().forEach(this::searchConnection);
    ServiceFields.types(sdl);
    new ChangeTypes(model, sdl).write();
    new PathTypes(model, sdl).write();
    new AggregateTypes(model, sdl).write();
    model.enumerations().values().forEach(this::enumeration);
    model.interfaces().values().forEach(this::implementations);
    new InputTypes(model, sdl).write();
    return sdl.toString();
  }

  private void query() {
    sdl.type(
        "type Query",
        "Where every question starts (vragen)",
        () -> {
          sdl.field("node(id: ID!): Node", "Any node by its globalId, or null (knoop)");
          sdl.field(
              "nodes(ids: [ID!]!): [Node]!",
              "Nodes by their globalId, in the order of the ids, each one or null (knopen)");
          ServiceFields.rootFields(sdl);
          new PathTypes(model, sdl).rootFields();
          for (var entity : model.entities()) {
            var name = entity.name();
            sdl.field(
                "%s(where: %sWhere, limit: Int, offset: Int, sort: [%sSort!]): [%s!]!"
                    .formatted(entity.plural(), name, name, name),
                entity.description());
            sdl.field(
                "%sConnection(where: %sWhere, %s, sort: [%sSort!]): %sConnection!"
                    .formatted(entity.plural(), name, PAGE, name, name),
                "In pages, with totals and groups: " + entity.description());
            model
                .searchField(entity)
                .ifPresent(search ->
                    sdl.field(
                        "%s(phrase: String!, where: %sWhere, %s): %sSearchConnection!"
                            .formatted(search, name, PAGE, name),
                        "Best match first; each word may be misspelt or cut short: "
                            + entity.description()));
            if (entity instanceof NodeType node) {
              sdl.field(
                  "%s(by: %sBy!): %s".formatted(node.singular(), node.name(), node.name()),
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
    sdl.described(
        "Asks for every period of this one relationship, whatever the day; below it the day counts"
            + " again (historie)",
        "directive @history on FIELD");
    sdl.described("A day, such as 2026-11-22 (datum)", "scalar Date");
    sdl.described("A number of days, such as P28D or P4W (duur)", "scalar Duration");
    sdl.described(
        "A moment with its offset, such as 2026-11-22T10:00:00+01:00 (tijdstip)",
        "scalar DateTime");
    sdl.described(
        "Response keys that lead to a selected value, joined by dots (veldpad)",
        "scalar FieldPath");
    sdl.described("A whole number of up to 64 bits (geheel getal)", "scalar Long");
    for (var code : Scalar.Code.values()) {
      sdl.described(code.description(), "scalar " + code.typeName());
    }
  }

  private void interfaceType(InterfaceType type) {
    sdl.type(
        "interface " + type.name() + " implements Node",
        type.description(),
        () -> {
          globalId();
          members(type);
        });
  }

  private void nodeType(NodeType node) {
    var interfaces =
        model.interfaces().values().stream()
            .filter(type -> type.implementations().contains(node.name()))
            .map(InterfaceType::name)
            .collect(Collectors.joining(" & "));
    var header = "type %s implements Node".formatted(node.name());
    sdl.type(
        interfaces.isEmpty() ? header : header + " & " + interfaces,
        node.description(),
        () -> {
          globalId();
          members(node);
          ChangeTypes.field(node, sdl);
        });
  }

  private void edgeType(RelationshipProperties edge) {
    sdl.type(
        "type " + edge.name(),
        edge.description(),
        () -> edge.attributes().values().forEach(this::attribute));
  }

  private void members(NodeEntity entity) {
    entity.attributes().values().forEach(this::attribute);
    entity
        .computed()
        .values()
        .forEach(it -> sdl.field(it.name() + ": " + ComputedField.TYPE.text(), it.description()));
    for (var relationship : entity.relationships().values()) {
      var target = relationship.target();
      sdl.field(
          target.many()
              ? "%s(where: %sWhere, limit: Int, offset: Int, sort: [%sSort!]): [%s!]!"
                  .formatted(relationship.name(), target.entity(), target.entity(), target.entity())
              : relationship.name() + ": " + target.entity(),
          target.description());
      var name = ConnectionType.of(model, relationship).name();
      sdl.field(
          "%sConnection(where: %sConnectionWhere, %s, sort: [%sConnectionSort!]): %sConnection!"
              .formatted(relationship.name(), name, PAGE, name, name),
          "With the properties of the relationships: " + target.description());
    }
  }

  private void attribute(Attribute attribute) {
    sdl.field(attribute.name() + ": " + attribute.type().text(), attribute.description());
  }

  private void nodeInterface() {
    sdl.type("interface Node", "Anything with an identity of its own (knoop)", this::globalId);
  }

  private void globalId() {
    sdl.field("globalId: ID!", "Identifies it among all nodes, for node(id:) (kenmerk)");
  }

  private void pageInfo() {
    sdl.type(
        "type PageInfo",
        "What lies before and after a page (pagina)",
        () -> {
          sdl.field("hasNextPage: Boolean!", "Whether more follow (volgende pagina)");
          sdl.field("hasPreviousPage: Boolean!", "Whether some go before (vorige pagina)");
          sdl.field("startCursor: String", "Cursor of the first edge (begin)");
          sdl.field("endCursor: String", "Cursor of the last edge (einde)");
        });
  }

  private void connection(ConnectionType type) {
    var name = type.name();
    sdl.type(
        "type " + name + "Connection",
        "What leads to " + type.target().name() + ", in pages (verbindingen)",
        () -> {
          sdl.field("edges: [" + name + "Edge!]!", "One for each relationship (relaties)");
          sdl.field("pageInfo: PageInfo!", "What lies before and after the edges (pagina)");
          sdl.field("totalCount: Int!", "Number of relationships on all pages (aantal)");
          sdl.field("aggregate: " + name + "Aggregate!", "All pages in numbers (totalen)");
          sdl.field(
              "groups(having: %sAggregateWhere, sort: [GroupSort!], first: Int, offset: Int): [%sAggregate!]!"
                  .formatted(type.target().name(), name),
              "All pages in groups by the key that is selected, sorted by it (groepen)");
        });
    edge(
        name + "Edge",
        type,
        () -> {
          if (!type.edge().isNone()) {
            sdl.field("properties: " + type.edge().name() + "!", "What it says (kenmerken)");
          }
        });
  }

  private void edge(String name, ConnectionType type, Runnable more) {
    sdl.type(
        "type " + name,
        "One that leads to " + type.target().name() + " (relatie)",
        () -> {
          sdl.field("cursor: String!", "Marks its place for after and before (plaats)");
          sdl.field("node: " + type.target().name() + "!", "Where it leads (knoop)");
          more.run();
        });
  }

  private void searchConnection(NodeEntity entity) {
    if (model.searchField(entity).isEmpty()) {
      return;
    }
    var name = entity.name() + "Search";
    sdl.type(
        "type " + name + "Connection",
        "What a search found, in pages (zoekresultaat)",
        () -> {
          sdl.field("edges: [" + name + "Edge!]!", "Best match first (gevonden)");
          sdl.field("pageInfo: PageInfo!", "What lies before and after the edges (pagina)");
          sdl.field("totalCount: Int!", "Number found on all pages (aantal)");
        });
    edge(
        name + "Edge",
        ConnectionType.ofRoot(entity),
        () -> sdl.field("score: Float!", "How well it matches, more is better (score)"));
  }

  private void implementations(InterfaceType type) {
    sdl.type(
        "enum " + type.name() + "Implementation",
        "Node types that are a " + type.name() + " (soorten)",
        () -> model.concrete(type).forEach(node -> sdl.field(node.name(), node.description())));
  }

  private void enumeration(Scalar.Enumeration list) {
    sdl.type(
        "enum " + list.typeName(),
        list.description(),
        () -> list.values().forEach(value -> sdl.field(value.name(), value.description())));
  }
}
