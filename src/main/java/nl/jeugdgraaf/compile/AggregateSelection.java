package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.api.CountDistinctPaths;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Aggregation.Over;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Shape;

/// What is selected of totals to their shape.
///
/// @param selections merges fields
/// @param type the connection
/// @param query the query of the totals
record AggregateSelection(
    SelectionCompiler selections, ConnectionType type, AggregateCompiler query) {
  /// Compiles the key of a group.
  interface KeyField {
    Shape.Field compile(CollectedField field);
  }

  /// Returns the shape of totals.
  Shape.SameRow object(List<SelectionSet> selected, KeyField key) {
    return selections.object(
        ApiNames.aggregate(type.name()),
        selected,
        field ->
            switch (ApiField.of(ApiField.Aggregate.class, field.name())) {
              case KEY, EDGE_KEY -> key.compile(field);
              case COUNT -> required(field, count(field));
              case COUNT_DISTINCT -> required(field, countDistinct(field));
              case NODE -> required(field, statistics(field, type.target(), Over.NODES));
              case EDGE -> required(field, statistics(field, type.edge(), Over.RELATIONSHIPS));
            });
  }

  private static Shape.Field required(CollectedField field, Shape shape) {
    return new Shape.Field(field.key(), shape, true);
  }

  private Shape count(CollectedField count) {
    return selections.object(
        ApiNames.CONNECTION_COUNT,
        count.selections(),
        field ->
            query.leaf(
                count.key() + "." + field.key(),
                field,
                query.totals().count(ApiField.of(ApiField.Count.class, field.name())),
                AggregateCompiler.COUNT));
  }

  private Shape countDistinct(CollectedField countDistinct) {
    var ways = CountDistinctPaths.of(query.scope().model(), type.target());
    return selections.object(
        ApiNames.countDistinct(type.target().name()),
        countDistinct.selections(),
        field -> {
          var totals = query.totals();
          var way = ways.get(field.name());
          var total =
              way == null
                  ? totals.total(
                      new Aggregation.CountValues(totals.value(field.name(), Over.NODES)))
                  : totals.related(way);
          return query.leaf(
              countDistinct.key() + "." + field.key(), field, total, AggregateCompiler.COUNT);
        });
  }

  private Shape statistics(CollectedField over, Entity entity, Over which) {
    return selections.object(
        ApiNames.statistics(entity.name()),
        over.selections(),
        field -> required(field, statistic(field, over.key() + "." + field.key(), which)));
  }

  private Shape statistic(CollectedField field, String at, Over over) {
    var valueType = query.totals().type(field.name(), over);
    var parent = ApiNames.statistics(valueType.scalar().typeName());
    return selections.object(
        parent,
        field.selections(),
        inner -> {
          var statistic = AggregateFunction.of(inner.name());
          var share = share(query.scope().arguments(parent, inner));
          return query.leaf(
              at + "." + inner.key(),
              inner,
              query.totals().statistic(statistic, field.name(), over, share),
              statistic.result(valueType).orElseThrow(() -> SelectionCompiler.unknown(inner)));
        });
  }

  private Optional<Parameter> share(Map<String, Input> arguments) {
    return arguments.get(ApiNames.Argument.SHARE) instanceof Input.Leaf share
        ? Optional.of(
            query
                .scope()
                .binder()
                .parameter(
                    new ParameterSource.RequireInRange(share.source(), "percentile(p:)", 0, 1)))
        : Optional.empty();
  }
}
