package nl.jeugdgraaf.api;

import static nl.jeugdgraaf.schema.SdlWriter.argument;
import static nl.jeugdgraaf.schema.SdlWriter.withArguments;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.jeugdgraaf.api.ApiField.Aggregate;
import nl.jeugdgraaf.api.ApiField.Count;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.DateBucket;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes the types of aggregates and groups, and the input types that filter and sort by them.
final class AggregateTypes {
  private final Model model;
  private final Model whole;
  private final SdlWriter sdl;

  /// @param model the graph, or a part of it
  /// @param whole the whole graph, which decides names
  /// @param sdl gets the types
  AggregateTypes(Model model, Model whole, SdlWriter sdl) {
    this.model = model;
    this.whole = whole;
    this.sdl = sdl;
  }

  void write() {
    for (var type : ConnectionType.all(model)) {
      aggregate(type);
    }
    for (var entity : model.entities()) {
      statistics(entity);
      countDistinct(entity);
      key(entity);
      aggregateWhere(entity);
    }
    for (var edge : model.relationshipProperties().values()) {
      statistics(edge);
      edgeKey(edge);
    }
    counts();
    sorts();
    dateBuckets();
    var scalars = new LinkedHashSet<Scalar>();
    model.entities().forEach(it -> add(scalars, it));
    model.relationshipProperties().values().forEach(it -> add(scalars, it));
    scalars.forEach(this::scalarStatistics);
  }

  private static void add(Set<Scalar> scalars, Entity entity) {
    ScalarFields.measured(entity).values().forEach(type -> scalars.add(type.scalar()));
  }

  private void aggregate(ConnectionType type) {
    sdl.type(
        "type " + ApiNames.aggregate(type.name()),
        "All that lead to "
            + type.target().name()
            + ", or those of one group, in numbers (totalen)",
        () -> {
          for (var field : Aggregate.values()) {
            aggregate(type, field);
          }
        });
  }

  private void aggregate(ConnectionType type, Aggregate field) {
    var target = type.target();
    var edge = type.edge();
    switch (field) {
      case KEY ->
          field(
              field,
              ApiNames.key(target.name()),
              "What the nodes of a group share: the selected values group them; null for all"
                  + " together (sleutel)");
      case EDGE_KEY -> {
        if (!edge.isNone()) {
          field(
              field,
              ApiNames.key(edge.name()),
              "What the relationships of a group share; null for all together (sleutel)");
        }
      }
      case COUNT -> field(field, ApiNames.CONNECTION_COUNT + "!", "How many (aantallen)");
      case COUNT_DISTINCT ->
          field(
              field,
              ApiNames.countDistinct(target.name()) + "!",
              "How many different values, or related nodes (aantal verschillende)");
      case NODE -> {
        if (!ScalarFields.measured(target).isEmpty()) {
          field(
              field,
              ApiNames.statistics(target.name()) + "!",
              "Of the nodes, each counted once (knopen)");
        }
      }
      case EDGE -> {
        if (!ScalarFields.measured(edge).isEmpty()) {
          field(field, ApiNames.statistics(edge.name()) + "!", "Of the relationships (relaties)");
        }
      }
    }
  }

  private void aggregateWhere(NodeEntity entity) {
    InputTypes.where(
        sdl,
        ApiNames.aggregate(entity.name()),
        "Conditions on totals or groups; all that are given must hold (voorwaarde)",
        () -> {
          sdl.field(
              InputField.COUNT,
              ApiNames.CONNECTION_COUNT_WHERE,
              "About how many there are (aantallen)");
          if (!ScalarFields.measured(entity).isEmpty()) {
            sdl.field(
                InputField.NODE,
                ApiNames.where(ApiNames.statistics(entity.name())),
                "About the nodes (knopen)");
          }
        });
  }

  private void statistics(Entity entity) {
    if (ScalarFields.measured(entity).isEmpty()) {
      return;
    }
    var name = ApiNames.statistics(entity.name());
    statistics("type " + name, entity, type -> type + "!", "Statistics");
    if (entity instanceof NodeEntity) {
      statistics("input " + ApiNames.where(name), entity, ApiNames::filter, "Conditions");
    }
  }

  private void statistics(String header, Entity entity, UnaryOperator<String> type, String what) {
    sdl.type(
        header,
        what + " of the values of " + entity.name() + " (statistiek)",
        () ->
            ScalarFields.measured(entity)
                .forEach((name, value) ->
                    sdl.field(
                        name,
                        type.apply(ApiNames.statistics(value.scalar().typeName())),
                        ScalarFields.description(entity, name))));
  }

  private void countDistinct(NodeEntity entity) {
    sdl.type(
        "type " + ApiNames.countDistinct(entity.name()),
        "How many different values, or related nodes, there are (aantal verschillende)",
        () -> {
          ScalarFields.counted(entity)
              .forEach(name ->
                  sdl.field(
                      name, "Int!", "Different values: " + ScalarFields.description(entity, name)));
          CountDistinctPaths.of(whole, model, entity)
              .forEach((name, path) ->
                  sdl.field(
                      name,
                      "Int!",
                      "Different nodes, through "
                          + path.stream()
                              .map(RelationshipField::name)
                              .collect(Collectors.joining("."))
                          + " (verschillende)"));
        });
  }

  private void key(NodeEntity entity) {
    sdl.type(
        "type " + ApiNames.key(entity.name()),
        "Values that the nodes of a group share (sleutel)",
        () -> {
          if (entity instanceof InterfaceType) {
            sdl.field(
                ApiNames.TYPE_NAME,
                ApiNames.implementation(entity.name()),
                "Type of the node (soort knoop)");
          }
          // Not of type ID: the compiler of Relay would select it unasked, and so change the
          // groups.
          sdl.field(
              ApiNames.ID,
              "String!",
              "The id of the node, so that nodes with equal values are groups of their own"
                  + " (kenmerk)");
          keys(entity);
          activeOn(entity);
          for (var relationship : entity.relationships().values()) {
            sdl.field(
                withArguments(relationship.name(), TimeArguments.of(Optional.of(relationship))),
                ApiNames.key(relationship.target().entity()),
                "Each related node, or null where there is none: "
                    + relationship.target().description());
          }
        });
  }

  private void activeOn(NodeEntity entity) {
    if (entity instanceof NodeType type && type.lifetime().active().isPresent()) {
      var active = type.lifetime().active().get();
      sdl.field(
          withArguments(
              ApiNames.ACTIVE_ON,
              argument(Argument.EVERY, ApiNames.DATE_BUCKET + "!"),
              argument(Argument.FROM, "Date!"),
              argument(Argument.TO, "Date!")),
          "Date",
          "Each first day of such a stretch from `from` up to and including `to`: a node counts on"
              + " those on which it is active, from %s up to, but not including, %s, and all else"
                  .formatted(active.from(), active.to())
              + " of the group is read on that day (peildatum)");
    }
  }

  private void edgeKey(RelationshipProperties edge) {
    sdl.type(
        "type " + ApiNames.key(edge.name()),
        "Values that the relationships of a group share (sleutel)",
        () -> keys(edge));
  }

  private void keys(Entity entity) {
    ScalarFields.all(entity)
        .forEach((name, type) ->
            sdl.field(
                !type.list() && type.scalar() == Scalar.BuiltIn.DATE
                    ? withArguments(name, argument(Argument.BUCKET, ApiNames.DATE_BUCKET))
                    : name,
                type.scalar().typeName(),
                type.list()
                    ? "Each value, or null where there is none: "
                        + ScalarFields.description(entity, name)
                    : ScalarFields.description(entity, name)));
  }

  private void counts() {
    count(
        "type " + ApiNames.CONNECTION_COUNT,
        "How many nodes and relationships a connection has (aantallen)",
        "Int!");
    count(
        "input " + ApiNames.CONNECTION_COUNT_WHERE,
        "How many there must be (voorwaarde)",
        ApiNames.filter(Scalar.BuiltIn.INT.typeName()));
    count(
        "input " + ApiNames.CONNECTION_COUNT_SORT,
        "Sorts by how many there are; give exactly one (sortering)",
        ApiNames.SORT_DIRECTION);
  }

  private void count(String header, String description, String type) {
    sdl.type(
        header,
        description,
        () -> {
          for (var field : Count.values()) {
            switch (field) {
              case NODES -> field(field, type, "Different nodes (verschillende knopen)");
              case EDGES -> field(field, type, "Relationships; at the root the nodes (relaties)");
            }
          }
        });
  }

  private void sorts() {
    sdl.type(
        "input " + ApiNames.AGGREGATE_SORT,
        "Sorts by totals (sortering)",
        () ->
            sdl.field(
                InputField.COUNT,
                ApiNames.CONNECTION_COUNT_SORT,
                "By how many there are (aantallen)"));
    sdl.type(
        "input " + ApiNames.GROUP_SORT,
        "By what groups are sorted, before the order of the selected key (sortering)",
        () -> {
          sdl.field(
              InputField.FIELD,
              ApiNames.FIELD_PATH + "!",
              "Path to a selected value, such as key.product.code or count.nodes (veld)");
          sdl.field(
              InputField.DIRECTION,
              "%s! = %s".formatted(ApiNames.SORT_DIRECTION, InputField.ASC),
              "Which way (richting)");
        });
  }

  private void dateBuckets() {
    sdl.type(
        "enum " + ApiNames.DATE_BUCKET,
        "A stretch of the calendar, shown as its first day (tijdvak)",
        () -> {
          for (var bucket : DateBucket.values()) {
            sdl.value(bucket.name(), bucket.description());
          }
        });
  }

  private void scalarStatistics(Scalar scalar) {
    var type = new ValueType(scalar, false, false);
    var name = ApiNames.statistics(scalar.typeName());
    sdl.type(
        "type " + name,
        "Statistics of values of type "
            + scalar.typeName()
            + "; null where there are no values (statistiek)",
        () -> {
          for (var function : AggregateFunction.of(type)) {
            sdl.field(
                function == AggregateFunction.PERCENTILE
                    ? withArguments(function.fieldName(), argument(Argument.SHARE, "Float!"))
                    : function.fieldName(),
                function.result(type).orElseThrow().text(),
                function.description());
          }
        });
    sdl.type(
        "input " + ApiNames.filter(name),
        "Conditions on statistics of type " + scalar.typeName() + " (voorwaarde)",
        () -> {
          for (var function : AggregateFunction.of(type)) {
            if (function != AggregateFunction.PERCENTILE) {
              sdl.field(
                  function.fieldName(),
                  ApiNames.filter(function.result(type).orElseThrow().scalar().typeName()),
                  function.description());
            }
          }
        });
  }

  private void field(ApiField field, String type, String description) {
    sdl.field(field.fieldName(), type, description);
  }
}
