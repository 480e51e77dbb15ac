package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.api.CountDistinctPaths;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Aggregation.Over;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Shape;

/// What is selected of totals to their shape; each value is asked of the query of its day.
///
/// @param selections merges fields
/// @param type the connection
/// @param queries gives the query of totals
record AggregateSelection(SelectionCompiler selections, ConnectionType type, Queries queries) {
  /// Gives the query of totals for the scope of a field.
  interface Queries {
    AggregateCompiler on(Scope scope, CollectedField field);
  }

  /// Compiles the key of a group.
  interface KeyField {
    Shape.Field compile(CollectedField field);
  }

  /// Returns the shape of totals.
  Shape.SameRow object(Scope scope, List<SelectionSet> selected, KeyField key) {
    return selections.object(
        ApiNames.aggregate(type.name()),
        selected,
        field -> {
          Scope.refuseHistory(field);
          var inner = scope.of(field);
          return switch (ApiField.of(ApiField.Aggregate.class, field.name())) {
            case KEY, EDGE_KEY -> key.compile(field);
            case COUNT -> required(field, count(inner, field));
            case COUNT_DISTINCT -> required(field, countDistinct(inner, field));
            case NODE -> required(field, statistics(inner, field, type.target(), Over.NODES));
            case EDGE -> required(field, statistics(inner, field, type.edge(), Over.RELATIONSHIPS));
          };
        });
  }

  private static Shape.Field required(CollectedField field, Shape shape) {
    return new Shape.Field(field.key(), shape, true);
  }

  private Shape count(Scope scope, CollectedField count) {
    return selections.object(
        ApiNames.CONNECTION_COUNT,
        count.selections(),
        field -> {
          Scope.refuseHistory(field);
          var query = queries.on(scope.of(field), field);
          return query.leaf(
              count.key() + "." + field.key(),
              field,
              query.totals().count(ApiField.of(ApiField.Count.class, field.name())),
              AggregateCompiler.COUNT);
        });
  }

  private Shape countDistinct(Scope scope, CollectedField countDistinct) {
    var ways = CountDistinctPaths.of(scope.model(), type.target());
    return selections.object(
        ApiNames.countDistinct(type.target().name()),
        countDistinct.selections(),
        field -> {
          Scope.refuseHistory(field);
          var query = queries.on(scope.of(field), field);
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

  private Shape statistics(Scope scope, CollectedField over, Entity entity, Over which) {
    return selections.object(
        ApiNames.statistics(entity.name()),
        over.selections(),
        field -> {
          Scope.refuseHistory(field);
          var at = over.key() + "." + field.key();
          return required(field, statistic(scope.of(field), field, at, which));
        });
  }

  private Shape statistic(Scope scope, CollectedField field, String at, Over over) {
    var valueType = queries.on(scope, field).totals().type(field.name(), over);
    var parent = ApiNames.statistics(valueType.scalar().typeName());
    return selections.object(
        parent,
        field.selections(),
        inner -> {
          Scope.refuseHistory(inner);
          var scoped = scope.of(inner);
          var query = queries.on(scoped, inner);
          var statistic = AggregateFunction.of(inner.name());
          var share = share(scoped, scoped.arguments(parent, inner));
          return query.leaf(
              at + "." + inner.key(),
              inner,
              query.totals().statistic(statistic, field.name(), over, share),
              statistic.result(valueType).orElseThrow(() -> SelectionCompiler.unknown(inner)));
        });
  }

  private static Optional<Parameter> share(Scope scope, Map<String, Input> arguments) {
    return arguments.get(ApiNames.Argument.SHARE) instanceof Input.Leaf share
        ? Optional.of(
            scope
                .binder()
                .parameter(
                    new ParameterSource.RequireInRange(share.source(), "percentile(p:)", 0, 1)))
        : Optional.empty();
  }
}
