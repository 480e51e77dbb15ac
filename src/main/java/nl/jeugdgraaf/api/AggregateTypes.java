package nl.jeugdgraaf.api;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.DateBucket;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes the types of aggregates and groups, and the input types that filter and sort by them.
final class AggregateTypes {
  private final Model model;
  private final SdlWriter sdl;

  AggregateTypes(Model model, SdlWriter sdl) {
    this.model = model;
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
    shared();
    var scalars = new LinkedHashSet<Scalar>();
    model.entities().forEach(it -> add(scalars, it));
    model.relationshipProperties().values().forEach(it -> add(scalars, it));
    scalars.forEach(this::scalarStatistics);
  }

  private static void add(Set<Scalar> scalars, Entity entity) {
    ScalarFields.measured(entity).values().forEach(type -> scalars.add(type.scalar()));
  }

  private void aggregate(ConnectionType type) {
    var target = type.target();
    sdl.type(
        "type " + type.name() + "Aggregate",
        "All that lead to " + target.name() + ", or those of one group, in numbers (totalen)",
        () -> {
          sdl.field(
              "key: " + target.name() + "Key",
              "What a group has in common: what is selected is what groups; null of all (sleutel)");
          if (!type.edge().isNone()) {
            sdl.field(
                "edgeKey: " + type.edge().name() + "Key",
                "What the relationships of a group have in common; null of all (sleutel)");
          }
          sdl.field("count: ConnectionCount!", "How many (aantallen)");
          sdl.field(
              "countDistinct: " + target.name() + "CountDistinct!",
              "How many different values, or related nodes (aantal verschillende)");
          if (!ScalarFields.measured(target).isEmpty()) {
            sdl.field(
                "node: " + target.name() + "Statistics!",
                "Of the nodes, each counted once (knopen)");
          }
          if (!ScalarFields.measured(type.edge()).isEmpty()) {
            sdl.field(
                "edge: " + type.edge().name() + "Statistics!", "Of the relationships (relaties)");
          }
        });
  }

  private void aggregateWhere(NodeEntity entity) {
    var name = entity.name() + "AggregateWhere";
    sdl.type(
        "input " + name,
        "Which totals or groups are asked; everything given must hold (voorwaarde)",
        () -> {
          sdl.field("AND: [" + name + "!]", InputTypes.AND);
          sdl.field("OR: [" + name + "!]", InputTypes.OR);
          sdl.field("NOT: " + name, InputTypes.NOT);
          sdl.field("count: ConnectionCountWhere", "About how many there are (aantallen)");
          if (!ScalarFields.measured(entity).isEmpty()) {
            sdl.field("node: " + entity.name() + "StatisticsWhere", "About the nodes (knopen)");
          }
        });
  }

  private void statistics(Entity entity) {
    var fields = ScalarFields.measured(entity);
    if (fields.isEmpty()) {
      return;
    }
    statistics("type " + entity.name() + "Statistics", entity, "Statistics!", "Statistics");
    if (entity instanceof NodeEntity) {
      statistics(
          "input " + entity.name() + "StatisticsWhere", entity, "StatisticsFilter", "Conditions");
    }
  }

  private void statistics(String header, Entity entity, String suffix, String what) {
    sdl.type(
        header,
        what + " of the values of " + entity.name() + " (statistiek)",
        () ->
            ScalarFields.measured(entity)
                .forEach((name, type) ->
                    sdl.field(
                        name + ": " + type.scalar().typeName() + suffix,
                        ScalarFields.description(entity, name))));
  }

  private void countDistinct(NodeEntity entity) {
    sdl.type(
        "type " + entity.name() + "CountDistinct",
        "How many different values, or related nodes, there are (aantal verschillende)",
        () -> {
          ScalarFields.counted(entity)
              .forEach(name ->
                  sdl.field(
                      name + ": Int!",
                      "Different values: " + ScalarFields.description(entity, name)));
          CountDistinctPaths.of(model, entity)
              .forEach((name, path) ->
                  sdl.field(
                      name + ": Int!",
                      "Different nodes, through "
                          + path.stream()
                              .map(RelationshipField::name)
                              .collect(Collectors.joining("."))
                          + " (verschillende)"));
        });
  }

  private void key(NodeEntity entity) {
    sdl.type(
        "type " + entity.name() + "Key",
        "Values that the members of a group have in common (sleutel)",
        () -> {
          if (entity instanceof InterfaceType) {
            sdl.field(
                "typename: " + entity.name() + "Implementation", "Type of the node (soort knoop)");
          }
          keys(entity);
          for (var relationship : entity.relationships().values()) {
            sdl.field(
                relationship.name() + ": " + relationship.target().entity() + "Key",
                "Each one related, or null where there is none: "
                    + relationship.target().description());
          }
        });
  }

  private void edgeKey(RelationshipProperties edge) {
    sdl.type(
        "type " + edge.name() + "Key",
        "Values that the relationships of a group have in common (sleutel)",
        () -> keys(edge));
  }

  private void keys(Entity entity) {
    ScalarFields.single(entity)
        .forEach((name, type) ->
            sdl.field(
                name
                    + (type.scalar() == Scalar.BuiltIn.DATE ? "(bucket: DateBucket): " : ": ")
                    + type.scalar().typeName(),
                ScalarFields.description(entity, name)));
  }

  private void shared() {
    sdl.type(
        "type ConnectionCount",
        "How many nodes and relationships a connection holds (aantallen)",
        () -> {
          sdl.field("nodes: Int!", "Different nodes (verschillende knopen)");
          sdl.field("edges: Int!", "Relationships; at the root the nodes (relaties)");
        });
    sdl.type(
        "input ConnectionCountWhere",
        "How many there must be (voorwaarde)",
        () -> {
          sdl.field("nodes: IntFilter", "Different nodes (verschillende knopen)");
          sdl.field("edges: IntFilter", "Relationships (relaties)");
        });
    sdl.type(
        "input ConnectionCountSort",
        "Sorts by how many there are; exactly one (sortering)",
        () -> {
          sdl.field("nodes: SortDirection", "Different nodes (verschillende knopen)");
          sdl.field("edges: SortDirection", "Relationships (relaties)");
        });
    sdl.type(
        "input ConnectionSortByAggregate",
        "Sorts by what is related (sortering)",
        () -> sdl.field("aggregate: AggregateSort", "By totals (totalen)"));
    sdl.type(
        "input AggregateSort",
        "Sorts by totals (sortering)",
        () -> sdl.field("count: ConnectionCountSort", "By how many there are (aantallen)"));
    sdl.type(
        "input GroupSort",
        "By what groups are sorted, before the order of the selected key (sortering)",
        () -> {
          sdl.field(
              "field: FieldPath!",
              "Of a value that is selected, such as key.product.code or count.nodes (veld)");
          sdl.field("direction: SortDirection! = ASC", "Which way (richting)");
        });
    sdl.type(
        "enum DateBucket",
        "Stretch of the calendar, given as its first day (tijdvak)",
        () -> {
          for (var bucket : DateBucket.values()) {
            sdl.field(bucket.name(), bucket.description());
          }
        });
  }

  private void scalarStatistics(Scalar scalar) {
    var type = new ValueType(scalar, false, false);
    sdl.type(
        "type " + scalar.typeName() + "Statistics",
        "Statistics of values of type "
            + scalar.typeName()
            + "; null where there are none (statistiek)",
        () -> {
          for (var statistic : AggregateFunction.of(type)) {
            sdl.field(
                statistic.fieldName()
                    + (statistic == AggregateFunction.PERCENTILE ? "(p: Float!): " : ": ")
                    + statistic.result(type).orElseThrow().text(),
                statistic.description());
          }
        });
    sdl.type(
        "input " + scalar.typeName() + "StatisticsFilter",
        "What must hold of statistics of type " + scalar.typeName() + " (voorwaarde)",
        () -> {
          for (var statistic : AggregateFunction.of(type)) {
            if (statistic != AggregateFunction.PERCENTILE) {
              sdl.field(
                  statistic.fieldName()
                      + ": "
                      + statistic.result(type).orElseThrow().scalar().typeName()
                      + "Filter",
                  statistic.description());
            }
          }
        });
  }
}
