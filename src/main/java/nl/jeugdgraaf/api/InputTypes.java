package nl.jeugdgraaf.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.api.ApiField.PeriodFilter;
import nl.jeugdgraaf.api.ApiField.Quantifier;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes the input types: keys, filters and sorts, shared by all fields of one target type.
final class InputTypes {
  private final Model model;
  private final SdlWriter sdl;

  InputTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  void write() {
    keys();
    for (var entity : model.entities()) {
      nodeWhere(entity);
      sort(entity, () -> relatedSort(entity));
    }
    targets().forEach(this::relationshipFilter);
    for (var edge : model.relationshipProperties().values()) {
      where(edge.name(), edge.description(), () -> edgeFilters(edge));
      sort(edge, () -> {});
    }
    ConnectionType.related(model).forEach(this::connection);
    related().forEach(this::sortByAggregate);
    periods();
    sdl.type(
        "enum " + ApiNames.SORT_DIRECTION,
        "Which way a list is sorted (sorteerrichting)",
        () -> {
          sdl.value(InputField.ASC, "Smallest first, null last (oplopend)");
          sdl.value(InputField.DESC, "Largest first, null first (aflopend)");
          sdl.value(
              InputField.ASC_NULLS_FIRST, "Smallest first, null before it (oplopend, leeg eerst)");
          sdl.value(
              InputField.DESC_NULLS_LAST, "Largest first, null after all (aflopend, leeg laatst)");
        });
    new FilterTypes(model, sdl).write();
  }

  private void keys() {
    var nodes = new LinkedHashMap<String, NodeType>();
    model.nodes().values().forEach(node -> nodes.putIfAbsent(ApiNames.by(node), node));
    nodes.forEach((name, node) -> {
      var isShared = name.equals(ApiNames.KEY_BY);
      sdl.type(
          "input " + name + " @oneOf",
          isShared
              ? "The key of one node (sleutel)"
              : "Exactly one key of a " + node.name() + " (sleutel)",
          () ->
              node.keys()
                  .forEach(key ->
                      sdl.field(
                          key.name(),
                          key.type().scalar().typeName(),
                          isShared
                              ? "Key; the field `key` of the type says how it is made (sleutel)"
                              : key.description())));
    });
  }

  private void nodeWhere(NodeEntity entity) {
    where(
        entity.name(),
        entity.description(),
        () -> {
          if (entity instanceof InterfaceType type) {
            implementations(type);
          }
          filters(entity.attributes().values());
          for (var computed : entity.computed().values()) {
            sdl.field(computed.name(), filterName(computed.type()), computed.description());
          }
          for (var relationship : entity.relationships().values()) {
            var target = relationship.target();
            var name = target.entity();
            sdl.field(
                relationship.name(),
                target.many() ? ApiNames.relationshipFilter(name) : ApiNames.where(name),
                target.description());
            sdl.field(
                ApiNames.connectionField(relationship.name()),
                ApiNames.filter(ApiNames.connection(ConnectionType.of(model, relationship).name())),
                "With the relationships and their totals: " + target.description());
          }
        });
  }

  private void implementations(InterfaceType type) {
    sdl.field(
        ApiNames.TYPE_NAME,
        "[" + ApiNames.implementation(type.name()) + "!]",
        "One of these types; an empty list fits none (soort)");
    for (var name : type.implementations()) {
      sdl.field(
          name,
          ApiNames.where(name),
          "It is of this type, and this holds: " + model.node(name).description());
    }
  }

  private void where(String name, String description, Runnable fields) {
    where(sdl, name, "Which ones are asked; everything given must hold: " + description, fields);
  }

  /// Writes an object of conditions that can be combined with AND, OR and NOT.
  ///
  /// @param sdl gets the type
  /// @param name what the conditions are about
  /// @param description what the object means
  /// @param fields writes the conditions themselves
  static void where(SdlWriter sdl, String name, String description, Runnable fields) {
    var where = ApiNames.where(name);
    sdl.type(
        "input " + where,
        description,
        () -> {
          sdl.field(
              InputField.AND,
              "[" + where + "!]",
              "All of these hold; an empty list always holds (en)");
          sdl.field(
              InputField.OR, "[" + where + "!]", "At least one of these holds; never empty (of)");
          sdl.field(InputField.NOT, where, "This does not hold, or is unknown (niet)");
          fields.run();
        });
  }

  private void filters(Collection<Attribute> attributes) {
    for (var attribute : attributes) {
      sdl.field(attribute.name(), filterName(attribute.type()), attribute.description());
    }
  }

  private void edgeFilters(RelationshipProperties edge) {
    filters(edge.attributes().values());
    if (edge.temporal()) {
      sdl.field(
          RelationshipProperties.PERIOD,
          ApiNames.PERIOD_FILTER,
          "About the period; every period counts, on any day (periode)");
    }
  }

  private void sort(Entity entity, Runnable more) {
    sdl.type(
        "input " + ApiNames.sort(entity.name()),
        "By what a list is sorted; exactly one key in each object (sortering)",
        () -> {
          ScalarFields.single(entity)
              .keySet()
              .forEach(name ->
                  sdl.field(name, ApiNames.SORT_DIRECTION, ScalarFields.description(entity, name)));
          more.run();
        });
  }

  private void relatedSort(NodeEntity entity) {
    for (var relationship : entity.relationships().values()) {
      var target = relationship.target();
      if (!target.many()) {
        sdl.field(
            relationship.name(),
            ApiNames.sort(target.entity()),
            "By the related node, or null where there is none: " + target.description());
      }
      sdl.field(
          ApiNames.connectionField(relationship.name()),
          ApiNames.sortByAggregate(target.entity()),
          "By how many: " + target.description());
    }
  }

  private void periods() {
    sdl.type(
        "input " + ApiNames.PERIOD_FILTER,
        "Conditions on a period; its last day is not part of it, and a missing day leaves that side"
            + " open (voorwaarde)",
        () -> {
          for (var field : PeriodFilter.values()) {
            switch (field) {
              case AT -> field(field, "Date", "The period includes the day (op)");
              case OVERLAPS ->
                  field(field, ApiNames.PERIOD_INPUT, "Both share at least one day (overlapt)");
              case DURING ->
                  field(
                      field,
                      ApiNames.PERIOD_INPUT,
                      "The period lies within the given one (binnen)");
            }
          }
        });
    sdl.type(
        "input " + ApiNames.PERIOD_INPUT,
        "A period; a missing day leaves that side open (periode)",
        () -> {
          sdl.field(InputField.FROM, "Date", "First day (van)");
          sdl.field(InputField.TO, "Date", "First day after it (tot)");
        });
  }

  /// Types to which relationships lead, to one or to many.
  private Set<String> related() {
    return model.entities().stream()
        .flatMap(entity -> entity.relationships().values().stream())
        .map(relationship -> relationship.target().entity())
        .collect(Collectors.toCollection(LinkedHashSet::new));
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

  private void relationshipFilter(String target) {
    sdl.type(
        "input " + ApiNames.relationshipFilter(target),
        "How many of the related nodes must fit (hoeveel)",
        () -> quantifiers(ApiNames.where(target)));
  }

  private void quantifiers(String where) {
    for (var quantifier : Quantifier.values()) {
      switch (quantifier) {
        case SOME -> field(quantifier, where, "At least one (minstens een)");
        case NONE -> field(quantifier, where, "None (geen)");
        case ALL -> field(quantifier, where, "All; holds also where there are none (alle)");
        case SINGLE -> field(quantifier, where, "Exactly one (precies een)");
      }
    }
  }

  private void connection(ConnectionType type) {
    var connection = ApiNames.connection(type.name());
    var target = type.target().name();
    where(
        connection,
        "what leads to " + target + " (relaties)",
        () -> {
          sdl.field(InputField.NODE, ApiNames.where(target), "About the node (knoop)");
          if (!type.edge().isNone()) {
            sdl.field(
                InputField.EDGE,
                ApiNames.where(type.edge().name()),
                "About the relationship (relatie)");
          }
        });
    sdl.type(
        "input " + ApiNames.sort(connection),
        "By what relationships are sorted; exactly one key in each object (sortering)",
        () -> {
          sdl.field(InputField.NODE, ApiNames.sort(target), "By the node (knoop)");
          if (!type.edge().isNone()) {
            sdl.field(
                InputField.EDGE,
                ApiNames.sort(type.edge().name()),
                "By the relationship (relatie)");
          }
        });
    sdl.type(
        "input " + ApiNames.filter(connection),
        "How many of the relationships must fit, and their totals (hoeveel)",
        () -> {
          sdl.field(
              Argument.WHERE,
              ApiNames.where(connection),
              "Only these count, for all that is asked beside it (waarvan)");
          quantifiers(ApiNames.where(connection));
          sdl.field(
              InputField.AGGREGATE,
              ApiNames.where(ApiNames.aggregate(target)),
              "About all of them (totalen)");
        });
  }

  private void sortByAggregate(String target) {
    sdl.type(
        "input " + ApiNames.sortByAggregate(target),
        "By how many are related (sortering)",
        () -> {
          sdl.field(Argument.WHERE, ApiNames.where(target), "Only such nodes count (waarvan)");
          sdl.field(InputField.AGGREGATE, ApiNames.AGGREGATE_SORT, "By totals (totalen)");
        });
  }

  private static String filterName(ValueType type) {
    var scalar = type.scalar().typeName();
    return type.list() ? ApiNames.listFilter(scalar) : ApiNames.filter(scalar);
  }

  private void field(ApiField field, String type, String description) {
    sdl.field(field.fieldName(), type, description);
  }
}
