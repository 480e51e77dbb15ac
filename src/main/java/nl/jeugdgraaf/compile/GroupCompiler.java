package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.AggregateConditions;
import nl.jeugdgraaf.conditions.Aggregates;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Shape;

/// `groups` to one query: what is selected of the key is what groups.
final class GroupCompiler {
  private final SelectionCompiler selections;
  private final ConnectionType type;
  private final AggregateCompiler aggregate;
  private final GroupKeys keys;
  private final Map<String, Input> arguments;
  private final Scope scope;

  private GroupCompiler(
      SelectionCompiler selections,
      ConnectionType type,
      AggregateCompiler aggregate,
      GroupKeys keys,
      Map<String, Input> arguments) {
    this.selections = selections;
    this.type = type;
    this.aggregate = aggregate;
    this.keys = keys;
    this.arguments = arguments;
    this.scope = aggregate.scope();
  }

  /// Starts the groups of a connection.
  ///
  /// @param selections merges fields
  /// @param origin where the rows come from
  /// @param scope what holds in the connection
  /// @param arguments of the connection
  /// @param field the field
  static GroupCompiler of(
      SelectionCompiler selections,
      ConnectionSource origin,
      Scope scope,
      Map<String, Input> arguments,
      CollectedField field) {
    var type = origin.type(scope.model());
    var own = scope.arguments(ApiNames.connection(origin.typeName(scope.model())), field);
    var active = ActiveDays.of(selections, type, scope, field.selections());
    var inner = active.map(days -> scope.on(Scope.AskedDay.named(days.day()))).orElse(scope);
    var source = active.isPresent() ? origin.unread() : origin;
    var measures = Measures.of(selections, source, inner, arguments, field.selections());
    var reached = active.map(days -> days.reach(inner, measures.rows())).orElse(measures.rows());
    var keys = new GroupKeys(selections, inner, reached, active);
    var totals = new Aggregates(inner, reached.member(), Optional.of(keys::follow));
    measures.passed().forEach(totals::passed);
    var aggregate = new AggregateCompiler(inner, reached, shape -> shape, totals);
    return new GroupCompiler(selections, type, aggregate, keys, own);
  }

  /// Returns the fields of a group. Keys come first: totals go on along their paths.
  Shape.Selection selection(List<SelectionSet> selected) {
    var compiled = new HashMap<String, Shape.Field>();
    selections.object(
        ApiNames.aggregate(type.name()),
        selected,
        field -> {
          switch (ApiField.of(ApiField.Aggregate.class, field.name())) {
            case KEY -> compiled.put(field.key(), keys.node(aggregate, field));
            case EDGE_KEY -> compiled.put(field.key(), keys.edge(aggregate, type, field));
            case COUNT, COUNT_DISTINCT, NODE, EDGE -> {}
          }
          return SelectionCompiler.nothing(field);
        });
    return new AggregateSelection(selections, type, aggregate)
        .object(
            selected,
            field ->
                Optional.ofNullable(compiled.get(field.key()))
                    .orElseThrow(() -> SelectionCompiler.unknown(field)))
        .selection();
  }

  /// Returns the finished column.
  Column column() {
    Predicate having =
        arguments.get(Argument.HAVING) instanceof Input.Fields given
            ? new AggregateConditions(scope, aggregate.totals()).of(given, Argument.HAVING)
            : Predicate.Always.TRUE;
    return new GroupPage(aggregate, keys, arguments)
        .column(having, () -> aggregate.totals().count(ApiField.Count.EDGES));
  }
}
