package nl.jeugdgraaf.api;

import static nl.jeugdgraaf.schema.SdlWriter.argument;
import static nl.jeugdgraaf.schema.SdlWriter.withArguments;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.Root;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes the public GraphQL schema of a model.
///
/// The text is what clients see, what is checked in as `schema/jeugdgraaf.graphqls`, and what
/// requests are validated against: it has no second form. Types to which nothing leads are left
/// out.
public final class PublicSchema {
  private final Model model;
  private final Part part;
  private final SdlWriter sdl = new SdlWriter();

  /// What a model that is written is a part of.
  ///
  /// @param whole the whole model, which decides names
  /// @param asked root fields for review and statistics that are written
  record Part(Model whole, Set<String> asked) {}

  private PublicSchema(Model model, Part part) {
    this.model = model;
    this.part = part;
  }

  /// Writes the public schema.
  ///
  /// @param model the graph
  /// @return the schema in the schema definition language
  public static String write(Model model) {
    return write(model, new Part(model, ServiceFields.of(model)));
  }

  /// Writes a part of the public schema.
  ///
  /// @param model the part of the graph
  /// @param part what it is a part of
  /// @return the schema in the schema definition language
  static String write(Model model, Part part) {
    return ReachableTypes.of(new PublicSchema(model, part).text());
  }

  private String text() {
    sdl.comment(
        "The public schema, written from the model. Do not edit: see README.md, development.");
    query();
    scalars();
    sdl.type("interface " + ApiNames.NODE_INTERFACE, "Anything that has an id (knoop)", this::id);
    model.interfaces().values().forEach(this::interfaceType);
    model.nodes().values().forEach(this::nodeType);
    model.relationshipProperties().values().forEach(this::relationshipProperties);
    new ConnectionTypes(model, sdl).write();
    ServiceFields.types(part.asked(), sdl);
    new ChangeTypes(model, sdl).write();
    new PathTypes(model, sdl).write();
    new AggregateTypes(model, part.whole(), sdl).write();
    model.enumerations().values().forEach(this::enumeration);
    model.interfaces().values().forEach(this::implementations);
    new InputTypes(model, sdl).write();
    return sdl.toString();
  }

  private void query() {
    sdl.type(
        "type " + ApiNames.QUERY,
        "Where every operation starts (vragen)",
        () -> {
          sdl.field(
              withArguments(Root.NODE, argument(Argument.ID, "ID!")),
              ApiNames.NODE_INTERFACE,
              "Any node by its id, on the day that the id carries, or null (knoop)");
          sdl.field(
              withArguments(Root.NODES, argument(Argument.IDS, "[ID!]!")),
              "[" + ApiNames.NODE_INTERFACE + "]!",
              "Nodes by their ids, each on the day that its id carries, in their order, each one or"
                  + " null (knopen)");
          ServiceFields.rootFields(part.asked(), sdl);
          new PathTypes(model, sdl).rootFields();
          model.entities().forEach(this::rootFields);
        });
  }

  private void rootFields(NodeEntity entity) {
    var name = entity.name();
    var connection = ApiNames.connection(name);
    list(entity.plural(), entity, entity.description(), Optional.empty());
    sdl.field(
        ConnectionTypes.inPages(
            ApiNames.connectionField(entity.plural()),
            ApiNames.where(name),
            ApiNames.sort(name),
            Optional.empty()),
        connection + "!",
        "In pages, with totals and groups: " + entity.description());
    model
        .searchField(entity)
        .ifPresent(search ->
            sdl.field(
                ConnectionTypes.searchInPages(search, ApiNames.where(name)),
                ApiNames.connection(ApiNames.search(name)) + "!",
                "Best match first; each word may be misspelt or cut short: "
                    + entity.description()));
    if (entity instanceof NodeType node) {
      sdl.field(
          withArguments(
              node.singular(), argument(Argument.BY, ApiNames.by(node) + "!"), TimeArguments.AS_OF),
          name,
          "One by its key, or null: " + node.description());
    }
  }

  /// Writes a field that shows nodes as a plain list.
  ///
  /// @param relationship what the field follows, if anything
  private void list(
      String field, NodeEntity of, String description, Optional<RelationshipField> relationship) {
    sdl.field(
        withArguments(
            field,
            argument(Argument.WHERE, ApiNames.where(of.name())),
            argument(Argument.LIMIT, "Int"),
            argument(Argument.OFFSET, "Int"),
            argument(Argument.SORT, "[" + ApiNames.sort(of.name()) + "!]"),
            TimeArguments.of(relationship)),
        "[" + of.name() + "!]!",
        description);
  }

  private void scalars() {
    scalar("Date", "A day, such as 2026-11-22 (datum)");
    scalar("Duration", "A number of days, such as P28D, P4W or P1W1D (duur)");
    scalar("DateTime", "A moment with its offset, such as 2026-11-22T10:00:00+01:00 (tijdstip)");
    scalar(
        ApiNames.FIELD_PATH,
        "Response keys that lead to a selected value, joined by dots (veldpad)");
    scalar("Long", "A whole number of up to 64 bits (geheel getal)");
    for (var code : Scalar.Code.values()) {
      scalar(code.typeName(), code.description());
    }
  }

  private void scalar(String name, String description) {
    sdl.definition(description, "scalar " + name);
  }

  private void interfaceType(InterfaceType type) {
    sdl.type(
        "interface %s implements %s".formatted(type.name(), ApiNames.NODE_INTERFACE),
        type.description(),
        () -> {
          id();
          fields(type);
        });
  }

  private void nodeType(NodeType node) {
    var interfaces =
        model.interfaces().values().stream()
            .filter(type -> isImplemented(type, node))
            .map(type -> " & " + type.name())
            .collect(Collectors.joining());
    sdl.type(
        "type %s implements %s%s".formatted(node.name(), ApiNames.NODE_INTERFACE, interfaces),
        node.description(),
        () -> {
          id();
          fields(node);
          ChangeTypes.field(node, sdl);
        });
  }

  /// GraphQL requires all fields of the interface. In a part of a model a type may lack one.
  private static boolean isImplemented(InterfaceType type, NodeType node) {
    return type.implementations().contains(node.name())
        && node.attributes().keySet().containsAll(type.attributes().keySet())
        && node.computed().keySet().containsAll(type.computed().keySet())
        && node.relationships().keySet().containsAll(type.relationships().keySet());
  }

  private void relationshipProperties(RelationshipProperties properties) {
    sdl.type(
        "type " + properties.name(),
        properties.description(),
        () -> properties.attributes().values().forEach(this::attribute));
  }

  private void fields(NodeEntity entity) {
    entity.attributes().values().forEach(this::attribute);
    for (var computed : entity.computed().values()) {
      sdl.field(computed.name(), computed.type().text(), computed.description());
    }
    for (var relationship : entity.relationships().values()) {
      var target = relationship.target();
      if (target.many()) {
        list(
            relationship.name(),
            model.entity(target.entity()),
            target.description(),
            Optional.of(relationship));
      } else {
        sdl.field(
            withArguments(relationship.name(), TimeArguments.AS_OF),
            target.entity(),
            target.description());
      }
      var connection = ApiNames.connection(ConnectionType.of(model, relationship).name());
      sdl.field(
          ConnectionTypes.inPages(
              ApiNames.connectionField(relationship.name()),
              ApiNames.where(connection),
              ApiNames.sort(connection),
              Optional.of(relationship)),
          connection + "!",
          "With the properties of the relationships: " + target.description());
    }
  }

  private void attribute(Attribute attribute) {
    sdl.field(attribute.name(), attribute.type().text(), attribute.description());
  }

  private void id() {
    sdl.field(
        ApiNames.ID,
        "ID!",
        "Identifies it among all nodes, on the day that is asked if one is named (kenmerk)");
  }

  private void implementations(InterfaceType type) {
    sdl.type(
        "enum " + ApiNames.implementation(type.name()),
        "Node types that implement " + type.name() + " (soorten)",
        () -> model.concrete(type).forEach(node -> sdl.value(node.name(), node.description())));
  }

  private void enumeration(Scalar.Enumeration list) {
    sdl.type(
        "enum " + list.typeName(),
        list.description(),
        () -> list.values().forEach(value -> sdl.value(value.name(), value.description())));
  }
}
