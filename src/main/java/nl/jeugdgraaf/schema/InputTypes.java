package nl.jeugdgraaf.schema;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;

/// Writes the input types: keys, filters and sorts, shared by all fields of one target type.
final class InputTypes {
  private static final String AND = "All of these hold; an empty list holds (en)";
  private static final String OR = "At least one of these holds; never empty (of)";
  private static final String NOT = "This does not hold; unknown counts as not (niet)";

  private final Model model;
  private final SdlText sdl;

  InputTypes(Model model, SdlText sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  void write(Collection<Relationship> connections) {
    model.nodes().values().forEach(this::keys);
    for (var entity : model.entities()) {
      nodeWhere(entity);
      sort(entity.name(), entity.attributes().values());
    }
    targets().forEach(this::quantifiers);
    for (var edge : model.edges().values()) {
      where(edge.name(), edge.description(), () -> filters(edge.attributes().values()));
      sort(edge.name(), edge.attributes().values());
    }
    connections.forEach(this::connection);
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
          filters(entity.attributes().values());
          for (var relationship : entity.relationships().values()) {
            var target = relationship.target();
            sdl.field(
                relationship.name()
                    + ": "
                    + target.entity()
                    + (target.many() ? "RelationshipFilter" : "Where"),
                target.description());
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

  private void sort(String name, Collection<Attribute> attributes) {
    sdl.type(
        "input " + name + "Sort",
        "By what a list is sorted; exactly one key in each object (sortering)",
        () ->
            attributes.stream()
                .filter(attribute -> !attribute.type().list())
                .forEach(attribute ->
                    sdl.field(attribute.name() + ": SortDirection", attribute.description())));
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
        () -> {
          sdl.field("some: " + where, "At least one (minstens een)");
          sdl.field("none: " + where, "None (geen)");
          sdl.field("all: " + where, "All; holds where there are none (alle)");
          sdl.field("single: " + where, "Exactly one (precies een)");
        });
  }

  private void connection(Relationship relationship) {
    var name = PublicSchema.connectionName(relationship);
    var target = relationship.target().entity();
    EdgeType edge = relationship.edge();
    where(
        name + "Connection",
        "relationships that lead to " + target + " (relaties)",
        () -> {
          sdl.field("node: " + target + "Where", "About the node (knoop)");
          if (!edge.isNone()) {
            sdl.field("edge: " + edge.name() + "Where", "About the relationship (relatie)");
          }
        });
    sdl.type(
        "input " + name + "ConnectionSort",
        "By what relationships are sorted; exactly one key in each object (sortering)",
        () -> {
          sdl.field("node: " + target + "Sort", "By the node (knoop)");
          if (!edge.isNone()) {
            sdl.field("edge: " + edge.name() + "Sort", "By the relationship (relatie)");
          }
        });
  }

  private static String filterName(ValueType type) {
    return type.scalar().typeName() + (type.list() ? "ListFilter" : "Filter");
  }

  private void scalarFilters() {
    for (var scalar : Scalar.BuiltIn.values()) {
      filter(scalar, fields -> Operators.of(scalar).forEach(fields));
    }
    for (var scalar : Scalar.Code.values()) {
      filter(scalar, fields -> Operators.of(scalar).forEach(fields));
    }
    for (var scalar : model.enumerations().values()) {
      filter(scalar, fields -> Operators.of(scalar).forEach(fields));
    }
    listed().forEach(this::listFilter);
  }

  private void filter(Scalar scalar, Consumer<Consumer<String>> operators) {
    sdl.type(
        "input " + scalar.typeName() + "Filter",
        "What must hold of a value of type " + scalar.typeName() + " (voorwaarde)",
        () ->
            operators.accept(operator ->
                sdl.field(
                    operator + ": " + Operators.operandType(scalar, operator),
                    Operators.description(scalar, operator))));
  }

  private Set<Scalar> listed() {
    var found = new LinkedHashSet<Scalar>();
    Stream.concat(model.nodes().values().stream(), model.edges().values().stream())
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
