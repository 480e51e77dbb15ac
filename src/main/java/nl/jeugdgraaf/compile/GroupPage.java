package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.conditions.Ordering;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The groups that are shown: `sort`, `first` and `offset` of `groups`.
///
/// @param aggregate the query of the groups
/// @param keys by what rows are grouped
/// @param arguments of `groups`
record GroupPage(AggregateCompiler aggregate, GroupKeys keys, Map<String, Input> arguments) {
  /// Returns the finished column. All totals must be asked for by now.
  ///
  /// @param having what must hold of a group
  /// @param count asks for the number of rows of a group
  Column column(Predicate having, Supplier<Term.Named> count) {
    var holds = keys.list().isEmpty() ? Predicate.and(List.of(having, notEmpty(count))) : having;
    var order = order();
    if (order.isEmpty()) {
      order.add(new Rows.SortKey(count.get(), false));
    }
    Rows groups =
        new Rows.Group(
            keys.rows(), aggregate.reached().member(), keys.list(), aggregate.totals().list());
    groups = new Rows.Sort(new Rows.Filter(groups, holds), order);
    if (arguments.get(Argument.OFFSET) instanceof Input.Leaf offset) {
      var skipped =
          new ParameterSource.RequireInRange(
              offset.source(), Argument.OFFSET, 0, Integer.MAX_VALUE);
      groups = new Rows.Skip(groups, scope().binder().parameter(skipped));
    }
    groups = new Rows.Limit(groups, scope().binder().parameter(first()), 0);
    return new Column.NestedRows(new Projection(groups, aggregate.columns().list()));
  }

  private Scope scope() {
    return aggregate.scope();
  }

  private ParameterSource first() {
    return arguments.get(Argument.FIRST) instanceof Input.Leaf first
        ? new ParameterSource.RequireInRange(
            first.source(), Argument.FIRST, 0, Limits.PAGE_ROWS_MAX)
        : new ParameterSource.Literal(Limits.PAGE_ROWS_MAX);
  }

  /// Without a key all rows are one group, unless there are none.
  private Predicate notEmpty(Supplier<Term.Named> count) {
    return new Predicate.Compare(
        count.get(),
        Predicate.Operator.GT,
        scope().binder().parameter(new ParameterSource.Literal(0)));
  }

  private List<Rows.SortKey> order() {
    var order = new ArrayList<Rows.SortKey>();
    if (arguments.get(Argument.SORT) instanceof Input.Items sort) {
      sort.items().forEach(item -> order.addAll(levels(item)));
    }
    for (var key : keys.list()) {
      var descending = key.term() instanceof Term.Present;
      var term = keys.collated(key.name());
      if (order.stream().noneMatch(it -> it.term().equals(term))) {
        order.add(new Rows.SortKey(term, descending));
      }
    }
    return order;
  }

  private List<Rows.SortKey> levels(Input item) {
    if (!(item instanceof Input.Fields given)
        || !(given.fields().get(InputField.FIELD) instanceof Input.Leaf field)) {
      throw new ProblemException(
          Problem.of(Code.BAD_USER_INPUT, "Each object of sort needs a field.").in(Argument.SORT));
    }
    var term = aggregate.paths().get(field.value().toString());
    if (term == null) {
      throw new ProblemException(
          Problem.of(
                  Code.BAD_USER_INPUT,
                  "sort.field must name a value that is selected in the group. Selected: "
                      + String.join(", ", aggregate.paths().keySet())
                      + ".")
              .in(Argument.SORT + "." + InputField.FIELD));
    }
    var direction =
        given.fields().get(InputField.DIRECTION) instanceof Input.Leaf leaf
            ? leaf.value().toString()
            : InputField.ASC;
    return Ordering.directed(term instanceof Term.Named key ? keys.collated(key) : term, direction);
  }
}
