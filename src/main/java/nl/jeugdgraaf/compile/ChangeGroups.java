package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.Aggregates;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;

/// `groups` of changes to one query: what is selected of the key is what groups.
final class ChangeGroups {
  private static final ValueType DAY = new ValueType(Scalar.BuiltIn.DATE, false, false);
  private static final ValueType KIND = new ValueType(Scalar.BuiltIn.STRING, false, false);
  private static final ValueType THERE = new ValueType(Scalar.BuiltIn.BOOLEAN, false, true);

  private final SelectionCompiler selections;
  private final ChangeRows changes;
  private final ConnectionType type;
  private final GroupKeys keys;
  private final AggregateCompiler aggregate;

  /// @param selections merges fields
  /// @param scope what holds around the field
  /// @param changes the rows
  /// @param type of connections to the nodes before and after a change
  ChangeGroups(SelectionCompiler selections, Scope scope, ChangeRows changes, ConnectionType type) {
    this.selections = selections;
    this.changes = changes;
    this.type = type;
    var reached = changes.reached();
    this.keys = new GroupKeys(selections, scope, reached, Optional.empty());
    this.aggregate =
        new AggregateCompiler(
            scope, reached, shape -> shape, new Aggregates(scope, reached.member()));
  }

  /// Returns the fields of a group.
  ///
  /// @param name what the names of the types of the changes start with
  /// @param selected what is selected of a group
  Shape.Selection selection(String name, List<SelectionSet> selected) {
    return selections
        .object(
            ApiNames.aggregate(name),
            selected,
            field ->
                switch (ApiField.of(ApiField.ChangeGroup.class, field.name())) {
                  case KEY -> key(name, field);
                  case COUNT -> count(field);
                })
        .selection();
  }

  /// Returns the finished column.
  ///
  /// @param arguments of `groups`
  Column column(Map<String, Input> arguments) {
    return new GroupPage(aggregate, keys, arguments)
        .column(Predicate.Always.TRUE, () -> count(ApiField.Count.EDGES));
  }

  private Shape.Field count(CollectedField count) {
    return new Shape.Field(
        count.key(),
        selections.object(
            ApiNames.CONNECTION_COUNT,
            count.selections(),
            field ->
                aggregate.leaf(
                    count.key() + "." + field.key(),
                    field,
                    count(ApiField.of(ApiField.Count.class, field.name())),
                    AggregateCompiler.COUNT)),
        true);
  }

  private Term.Named count(ApiField.Count count) {
    return aggregate
        .totals()
        .total(
            switch (count) {
              case NODES -> new Aggregation.CountReached(changes.node());
              case EDGES -> new Aggregation.CountValues(changes.names().change());
            });
  }

  private Shape.Field key(String name, CollectedField key) {
    var shape =
        selections.object(
            ApiNames.key(name),
            key.selections(),
            field -> {
              var at = key.key() + "." + field.key();
              return switch (ApiField.of(ApiField.Change.class, field.name())) {
                case ON -> {
                  var day = keys.bucketed(changes.names().on(), ApiNames.key(name), field);
                  yield aggregate.leaf(at, field, keys.key(day), DAY);
                }
                case KIND -> aggregate.leaf(at, field, keys.key(changes.names().kind()), KIND);
                case OF ->
                    new Shape.Field(
                        field.key(),
                        new Shape.SameRow(
                            keys.reached(aggregate, changes.node(), at, field.selections())),
                        false);
                case BEFORE -> state(changes.before(), at, field);
                case AFTER -> state(changes.after(), at, field);
              };
            });
    return new Shape.Field(key.key(), shape, false);
  }

  private Shape.Field state(Hop hop, String at, CollectedField state) {
    var there = keys.key(new Term.Present(hop.to()));
    var column = aggregate.columns().leaf(there, THERE).column();
    var shape =
        selections.object(
            ApiNames.key(ApiNames.changeState(type.name())),
            state.selections(),
            field -> {
              var here = at + "." + field.key();
              return switch (ApiField.of(ApiField.ChangeState.class, field.name())) {
                case NODE ->
                    new Shape.Field(
                        field.key(),
                        new Shape.SameRow(
                            keys.reached(aggregate, hop.to(), here, field.selections())),
                        false);
                case PROPERTIES ->
                    new Shape.Field(
                        field.key(),
                        keys.properties(
                            aggregate, hop.relationship(), type.edge().name(), field, here),
                        false);
              };
            });
    return new Shape.Field(state.key(), new Shape.OptionalObject(column, shape.selection()), false);
  }
}
