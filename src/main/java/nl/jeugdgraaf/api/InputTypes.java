package nl.jeugdgraaf.api;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes the input types: keys, filters and sorts, shared by all fields of one target type.
final class InputTypes {
  static final String AND = "All of these hold; an empty list holds (en)";
  static final String OR = "At least one of these holds; never empty (of)";
  static final String NOT = "This does not hold; unknown counts as not (niet)";

  private final Model model;
  private final SdlWriter sdl;

  InputTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  void write() {
    model.nodes().values().forEach(this::keys);
    for (var entity : model.entities()) {
      nodeWhere(entity);
      sort(entity, () -> relatedSort(entity));
    }
    targets().forEach(this::quantifiers);
    for (var edge : model.relationshipProperties().values()) {
      where(edge.name(), edge.description(), () -> edgeFilters(edge));
      sort(edge, () -> {});
    }
    ConnectionType.related(model).forEach(this::connection);
    periods();
    sdl.type(
        "enum SortDirection",
        "Which way a list is sorted (sorteerrichting)",
        () -> {
          sdl.field("ASC", "Smallest first, null last (oplopend)");
          sdl.field("DESC", "Largest first, null first (aflopend)");
        });
    scalarFilters();
  }

  private void keys(NodeType node) {
    sdl.type(
        "input " + node.name() + "By @oneOf",
        "Exactly one key of a " + node.name() + " (sleutel)",
        () ->
            node.keys()
                .forEach(key ->
                    sdl.field(
                        key.name() + ": " + key.type().scalar().typeName(), key.description())));
  }

  private void nodeWhere(NodeEntity entity) {
    where(
        entity.name(),
        entity.description(),
        () -> {
          if (entity instanceof InterfaceType type) {
            sdl.field(
                "typename: [" + type.name() + "Implementation!]",
                "One of these types; an empty list fits none (soort)");
            for (var name : type.implementations()) {
              sdl.field(
                  name + ": " + name + "Where",
                  "It is one of this type, and this holds of it: "
                      + model.node(name).description());
            }
          }
          filters(entity.attributes().values());
          for (var computed : entity.computed().values()) {
            sdl.field(
                computed.name() + ": " + filterName(ComputedField.TYPE), computed.description());
          }
          for (var relationship : entity.relationships().values()) {
            var target = relationship.target();
            sdl.field(
                relationship.name()
                    + ": "
                    + target.entity()
                    + (target.many() ? "RelationshipFilter" : "Where"),
                target.description());
            sdl.field(
                "%sConnection: %sConnectionFilter"
                    .formatted(relationship.name(), ConnectionType.of(model, relationship).name()),
                "With the relationships and their totals: " + target.description());
          }
        });
  }

  private void where(String name, String description, Runnable fields) {
    sdl.type(
        "input " + name + "Where",
        "Which ones are asked; everything given must hold: " + description,
        () -> {
          sdl.field("AND: [" + name + "Where!]", AND);
          sdl.field("OR: [" + name + "Where!]", OR);
          sdl.field("NOT: " + name + "Where", NOT);
          fields.run();
        });
  }

  private void filters(Collection<Attribute> attributes) {
    for (var attribute : attributes) {
      sdl.field(attribute.name() + ": " + filterName(attribute.type()), attribute.description());
    }
  }

  private void edgeFilters(RelationshipProperties edge) {
    filters(edge.attributes().values());
    if (edge.temporal()) {
      sdl.field(
          RelationshipProperties.PERIOD + ": PeriodFilter",
          "About the period; every period is looked at, whatever the day (periode)");
    }
  }

  private void sort(Entity entity, Runnable more) {
    sdl.type(
        "input " + entity.name() + "Sort",
        "By what a list is sorted; exactly one key in each object (sortering)",
        () -> {
          ScalarFields.single(entity)
              .keySet()
              .forEach(name ->
                  sdl.field(name + ": SortDirection", ScalarFields.description(entity, name)));
          more.run();
        });
  }

  private void relatedSort(NodeEntity entity) {
    for (var relationship : entity.relationships().values()) {
      var target = relationship.target();
      if (!target.many()) {
        sdl.field(
            relationship.name() + ": " + target.entity() + "Sort",
            "By the one related, or null where there is none: " + target.description());
      }
      sdl.field(
          relationship.name() + "Connection: ConnectionSortByAggregate",
          "By how many: " + target.description());
    }
  }

  private void periods() {
    sdl.type(
        "input PeriodFilter",
        "What must hold of a period, half-open and open where a side is missing (voorwaarde)",
        () -> {
          sdl.field("at: Date", "The day lies in it (op)");
          sdl.field("overlaps: PeriodInput", "Some day lies in both (overlapt)");
          sdl.field("during: PeriodInput", "It lies in the given one as a whole (binnen)");
        });
    sdl.type(
        "input PeriodInput",
        "A period, open where a side is missing (periode)",
        () -> {
          sdl.field("from: Date", "First day (van)");
          sdl.field("to: Date", "First day after it (tot)");
        });
  }

  private Set<String> targets() {
    var targets = new LinkedHashSet<String>();
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        if (relationship.target().many()) {
          targets.add(relationship.target().entity());
        }
      }
    }
    return targets;
  }

  private void quantifiers(String target) {
    var where = target + "Where";
    sdl.type(
        "input " + target + "RelationshipFilter",
        "How many of the related ones must fit (hoeveel)",
        () -> quantifiersOf(where));
  }

  private void quantifiersOf(String where) {
    sdl.field("some: " + where, "At least one (minstens een)");
    sdl.field("none: " + where, "None (geen)");
    sdl.field("all: " + where, "All; holds where there are none (alle)");
    sdl.field("single: " + where, "Exactly one (precies een)");
  }

  private void connection(ConnectionType type) {
    var name = type.name();
    where(
        name + "Connection",
        "what leads to " + type.target().name() + " (relaties)",
        () -> {
          sdl.field("node: " + type.target().name() + "Where", "About the node (knoop)");
          if (!type.edge().isNone()) {
            sdl.field("edge: " + type.edge().name() + "Where", "About the relationship (relatie)");
          }
        });
    sdl.type(
        "input " + name + "ConnectionSort",
        "By what relationships are sorted; exactly one key in each object (sortering)",
        () -> {
          sdl.field("node: " + type.target().name() + "Sort", "By the node (knoop)");
          if (!type.edge().isNone()) {
            sdl.field("edge: " + type.edge().name() + "Sort", "By the relationship (relatie)");
          }
        });
    sdl.type(
        "input " + name + "ConnectionFilter",
        "How many of the relationships must fit, and their totals (hoeveel)",
        () -> {
          quantifiersOf(name + "ConnectionWhere");
          sdl.field(
              "aggregate: " + type.target().name() + "AggregateWhere",
              "About all of them (totalen)");
        });
  }

  private static String filterName(ValueType type) {
    return type.scalar().typeName() + (type.list() ? "ListFilter" : "Filter");
  }

  private void scalarFilters() {
    for (var scalar : Scalar.BuiltIn.values()) {
      filter(scalar, fields -> FilterOperators.of(scalar).forEach(fields));
    }
    for (var scalar : Scalar.Code.values()) {
      filter(scalar, fields -> FilterOperators.of(scalar).forEach(fields));
    }
    for (var scalar : model.enumerations().values()) {
      filter(scalar, fields -> FilterOperators.of(scalar).forEach(fields));
    }
    caseInsensitive();
    listed().forEach(this::listFilter);
  }

  private void filter(Scalar scalar, Consumer<Consumer<String>> operators) {
    sdl.type(
        "input " + scalar.typeName() + "Filter",
        "What must hold of a value of type " + scalar.typeName() + " (voorwaarde)",
        () -> {
          operators.accept(operator ->
              sdl.field(
                  operator + ": " + FilterOperators.operandType(scalar, operator),
                  FilterOperators.description(scalar, operator)));
          if (scalar == Scalar.BuiltIn.STRING) {
            sdl.field(
                "caseInsensitive: StringCaseInsensitiveFilter",
                "Whatever the letter case (hoofdletterongevoelig)");
          }
        });
  }

  private void caseInsensitive() {
    sdl.type(
        "input StringCaseInsensitiveFilter",
        "What must hold of a text, whatever the letter case (voorwaarde)",
        () ->
            FilterOperators.of(Scalar.BuiltIn.STRING)
                .forEach(operator ->
                    sdl.field(
                        operator + ": " + FilterOperators.operandType(Scalar.BuiltIn.STRING, operator),
                        FilterOperators.caseInsensitive(operator))));
  }

  private Set<Scalar> listed() {
    var found = new LinkedHashSet<Scalar>();
    Stream.concat(model.nodes().values().stream(), model.relationshipProperties().values().stream())
        .flatMap(entity -> entity.attributes().values().stream())
        .filter(attribute -> attribute.type().list())
        .forEach(attribute -> found.add(attribute.type().scalar()));
    return found;
  }

  private void listFilter(Scalar scalar) {
    sdl.type(
        "input " + scalar.typeName() + "ListFilter",
        "What must hold of a list of " + scalar.typeName() + " (voorwaarde)",
        () -> {
          sdl.field("includes: " + scalar.typeName(), "Has this value (bevat)");
          sdl.field("size: IntFilter", "Number of values (aantal)");
        });
  }
}
