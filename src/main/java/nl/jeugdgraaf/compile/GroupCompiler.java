package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.AggregateConditions;
import nl.jeugdgraaf.conditions.Aggregates;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// `groups` to one query: what is selected of the key is what groups.
final class GroupCompiler {
  private static final ValueType PRESENT = new ValueType(Scalar.BuiltIn.BOOLEAN, false, true);

  private final SelectionCompiler selections;
  private final ConnectionType type;
  private final AggregateCompiler aggregate;
  private final Map<String, Input> arguments;
  private final Scope scope;
  private final List<Rows.GroupKey> keys = new ArrayList<>();
  private Rows rows;

  /// @param selections merges fields
  /// @param type the connection
  /// @param aggregate the query of the groups
  /// @param arguments `having`, `sort`, `first`, `offset`
  GroupCompiler(
      SelectionCompiler selections,
      ConnectionType type,
      AggregateCompiler aggregate,
      Map<String, Input> arguments) {
    this.selections = selections;
    this.type = type;
    this.aggregate = aggregate;
    this.arguments = arguments;
    this.scope = aggregate.scope();
    this.rows = aggregate.reached().rows();
  }

  /// Returns the fields of a group.
  Shape.Selection selection(List<SelectionSet> selected) {
    return new AggregateSelection(selections, type, this::query)
        .object(scope, selected, this::key)
        .selection();
  }

  /// A group is read on one day.
  private AggregateCompiler query(Scope inner, CollectedField field) {
    if (!inner.day().equals(scope.day())) {
      throw Scope.refused(
          field,
          "@asOf is not allowed on '%s' within a group. Put it on groups, or on a relationship of"
              + " the key.");
    }
    return aggregate;
  }

  /// Returns the finished column.
  Column column() {
    var totals = aggregate.totals();
    Predicate having =
        arguments.get(Argument.HAVING) instanceof Input.Fields given
            ? new AggregateConditions(scope, totals).of(given, Argument.HAVING)
            : Predicate.Always.TRUE;
    if (keys.isEmpty()) {
      having = Predicate.and(List.of(having, notEmpty(totals)));
    }
    var order = order();
    if (order.isEmpty()) {
      order.add(new Rows.SortKey(totals.count(ApiField.Count.EDGES), false));
    }
    Rows groups = new Rows.Group(rows, aggregate.reached().member(), keys, totals.list());
    groups = new Rows.Sort(new Rows.Filter(groups, having), order);
    if (arguments.get(Argument.OFFSET) instanceof Input.Leaf offset) {
      var skipped =
          new ParameterSource.RequireInRange(
              offset.source(), Argument.OFFSET, 0, Integer.MAX_VALUE);
      groups = new Rows.Skip(groups, scope.binder().parameter(skipped));
    }
    groups = new Rows.Limit(groups, scope.binder().parameter(first()), 0);
    return new Column.NestedRows(new Projection(groups, aggregate.columns().list()));
  }

  private ParameterSource first() {
    return arguments.get(Argument.FIRST) instanceof Input.Leaf first
        ? new ParameterSource.RequireInRange(
            first.source(), Argument.FIRST, 0, Limits.PAGE_ROWS_MAX)
        : new ParameterSource.Literal(Limits.PAGE_ROWS_MAX);
  }

  /// Without a key all rows are one group, unless there are none.
  private Predicate notEmpty(Aggregates totals) {
    return new Predicate.Compare(
        totals.count(ApiField.Count.EDGES),
        Predicate.Operator.GT,
        scope.binder().parameter(new ParameterSource.Literal(0)));
  }

  private List<Rows.SortKey> order() {
    var order = new ArrayList<Rows.SortKey>();
    if (arguments.get(Argument.SORT) instanceof Input.Items sort) {
      sort.items().forEach(item -> order.add(level(item)));
    }
    for (var key : keys) {
      var descending = key.term() instanceof Term.Present;
      if (order.stream().noneMatch(it -> it.term().equals(key.name()))) {
        order.add(new Rows.SortKey(key.name(), descending));
      }
    }
    return order;
  }

  private Rows.SortKey level(Input item) {
    if (!(item instanceof Input.Fields given)
        || !(given.fields().get(InputField.FIELD) instanceof Input.Leaf field)) {
      throw new ProblemException(Code.BAD_USER_INPUT, "Each object of sort needs a field.");
    }
    var term = aggregate.paths().get(field.value().toString());
    if (term == null) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "sort.field must name a value that is selected in the group. Selected: "
              + String.join(", ", aggregate.paths().keySet())
              + ".");
    }
    var descending =
        given.fields().get(InputField.DIRECTION) instanceof Input.Leaf direction
            && direction.value().equals(InputField.DESC);
    return new Rows.SortKey(term, descending);
  }

  private Shape.Field key(CollectedField field) {
    return new Shape.Field(
        field.key(),
        field.name().equals(ApiField.Aggregate.KEY.fieldName())
            ? new Shape.SameRow(
                node(scope.of(field), aggregate.reached().node(), field.selections(), field.key()))
            : edge(field),
        false);
  }

  private Shape edge(CollectedField field) {
    var edge =
        aggregate.reached().relationship().orElseThrow(() -> SelectionCompiler.unknown(field));
    var name = type.edge().name();
    return selections.object(
        ApiNames.key(name), field.selections(), inner -> value(edge, name, inner, field.key()));
  }

  private Shape.Selection node(
      Scope around, NodeVariable node, List<SelectionSet> selected, String at) {
    return selections
        .object(
            ApiNames.key(node.entity().name()),
            selected,
            field -> {
              var relationship = node.entity().relationships().get(field.name());
              if (relationship == null) {
                return field.name().equals(ApiNames.TYPE_NAME)
                        && node.entity() instanceof InterfaceType
                    ? leaf(
                        at,
                        field,
                        scope.typeName(node),
                        new ValueType(typeNames(node), false, false))
                    : value(node, node.entity().name(), field, at);
              }
              var inner = around.of(field);
              var hop = inner.hop(node, relationship, inner.everyPeriod(field, relationship));
              rows = new Rows.OptionalExpand(rows, hop);
              var present = key(new Term.Present(hop.to()));
              var column = aggregate.columns().leaf(present, PRESENT).column();
              return new Shape.Field(
                  field.key(),
                  new Shape.OptionalObject(
                      column, node(inner, hop.to(), field.selections(), at + "." + field.key())),
                  false);
            })
        .selection();
  }

  private static Scalar typeNames(NodeVariable node) {
    return node.entity() instanceof InterfaceType type
        ? new Scalar.Enumeration(
            ApiNames.implementation(type.name()),
            type.implementations().stream()
                .map(name -> new Scalar.Enumeration.Value(name, ""))
                .toList(),
            "")
        : Scalar.BuiltIn.STRING;
  }

  private Shape.Field value(Variable of, String entity, CollectedField field, String at) {
    Scope.refuseHistory(field);
    if (of instanceof NodeVariable node && node.entity().computed().containsKey(field.name())) {
      var computed = node.entity().computed().get(field.name());
      if (computed != null) {
        return leaf(at, field, scope.binder().days(node, computed), ComputedField.TYPE);
      }
    }
    var attribute = of.entity().attributes().get(field.name());
    if (attribute == null) {
      throw SelectionCompiler.unknown(field);
    }
    var property = scope.binder().property(of, attribute);
    var type = new ValueType(attribute.type().scalar(), false, false);
    return leaf(at, field, bucketed(property, entity, field), type);
  }

  private Term bucketed(Property property, String entity, CollectedField field) {
    return scope.arguments(ApiNames.key(entity), field).get(Argument.BUCKET)
            instanceof Input.Leaf bucket
        ? new Term.Bucketed(
            property, scope.binder().parameter(new ParameterSource.LowerCase(bucket.source())))
        : property;
  }

  private Shape.Field leaf(String at, CollectedField field, Term term, ValueType type) {
    return aggregate.leaf(at + "." + field.key(), field, key(term), type);
  }

  private Term.Named key(Term term) {
    for (var known : keys) {
      if (known.term().equals(term)) {
        return known.name();
      }
    }
    var key = new Rows.GroupKey(scope.binder().name(), term);
    keys.add(key);
    return key.name();
  }
}
