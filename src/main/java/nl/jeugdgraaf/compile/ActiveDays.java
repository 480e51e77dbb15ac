package nl.jeugdgraaf.compile;

import graphql.language.AstPrinter;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Problem.Code;

/// The days of the key `activeOn`: rows are read on each of them, and those count that are active.
///
/// @param days the list of days
/// @param day name of one of them
record ActiveDays(Rows.Unwind days, Term.Named day) {
  /// Returns the days that a group asks for, if it does.
  ///
  /// @param selections merges fields
  /// @param type the connection
  /// @param scope what holds in the connection
  /// @param selected what is selected of the group
  static Optional<ActiveDays> of(
      SelectionCompiler selections, ConnectionType type, Scope scope, List<SelectionSet> selected) {
    var asked = asked(selections, type, selected);
    if (asked.stream().map(ActiveDays::arguments).distinct().count() > 1) {
      throw SelectionCompiler.refused(
          Code.BAD_USER_INPUT,
          asked.getLast(),
          "%s asks for other days than another activeOn of the group. A group is read on one list"
              + " of days; use two groups with an alias.");
    }
    return asked.stream().findFirst().map(field -> days(scope, type, field));
  }

  private static List<CollectedField> asked(
      SelectionCompiler selections, ConnectionType type, List<SelectionSet> selected) {
    var asked = new ArrayList<CollectedField>();
    selections.object(
        ApiNames.aggregate(type.name()),
        selected,
        field -> {
          if (field.name().equals(ApiField.Aggregate.KEY.fieldName())) {
            selections.object(
                ApiNames.key(type.target().name()),
                field.selections(),
                key -> {
                  if (key.name().equals(ApiNames.ACTIVE_ON)) {
                    asked.add(key);
                  }
                  return SelectionCompiler.nothing(key);
                });
          }
          return SelectionCompiler.nothing(field);
        });
    return asked;
  }

  private static String arguments(CollectedField field) {
    return field.first().getArguments().stream()
        .map(AstPrinter::printAst)
        .sorted()
        .toList()
        .toString();
  }

  private static ActiveDays days(Scope scope, ConnectionType type, CollectedField field) {
    var arguments = scope.arguments(ApiNames.key(type.target().name()), field);
    if (!(arguments.get(Argument.EVERY) instanceof Input.Leaf(_, var every))
        || !(arguments.get(Argument.FROM) instanceof Input.Leaf(_, var from))
        || !(arguments.get(Argument.TO) instanceof Input.Leaf(_, var to))) {
      throw ApiField.unknown("activeOn without days");
    }
    var days = scope.binder().parameter(new ParameterSource.FirstDays(every, from, to));
    var day = scope.binder().name();
    return new ActiveDays(new Rows.Unwind(days, day), day);
  }

  /// Returns the rows of each day whose node is active on it.
  ConnectionRows reach(Scope scope, ConnectionRows reached) {
    var rows = new Rows.Filter(reached.rows(), isActive(scope, reached.node()));
    return new ConnectionRows(
        new Rows.ForEach(days, rows), reached.node(), reached.relationship(), reached.score());
  }

  private Predicate isActive(Scope scope, NodeVariable node) {
    if (!(node.entity() instanceof NodeType type) || type.lifetime().active().isEmpty()) {
      throw ApiField.unknown("activeOn of " + node.entity().name());
    }
    var active = type.lifetime().active().get();
    var from = property(scope, node, type.attribute(active.from()));
    var to = property(scope, node, type.attribute(active.to()));
    return Predicate.and(
        List.of(
            new Predicate.Compare(from, Predicate.Operator.LTE, day),
            Predicate.or(
                List.of(
                    new Predicate.IsNull(to),
                    new Predicate.Compare(to, Predicate.Operator.GT, day)))));
  }

  private static Term property(Scope scope, NodeVariable node, Attribute day) {
    return scope.binder().property(node, day);
  }
}
