package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.compile.FieldCollector.Merged;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Source;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.schema.ConnectionType;
import org.jspecify.annotations.Nullable;

/// `changes(from, to)` of a node: for each tracked relationship what began, ended or moved.
///
/// @param selections compiles what is selected of nodes
/// @param type the node type that has the field
/// @param field the field
record ChangesCompiler(SelectionCompiler selections, NodeType type, Merged field) {
  private static final ValueType DAY = new ValueType(Scalar.BuiltIn.DATE, false, true);
  private static final ValueType KIND = new ValueType(Scalar.BuiltIn.STRING, false, true);
  private static final ValueType THERE = new ValueType(Scalar.BuiltIn.BOOLEAN, false, true);

  Shape compile(NodeRow row) {
    var scope = row.scope().of(field);
    var arguments = scope.arguments(type.name(), field);
    var from = source(arguments.get("from"));
    var to = source(arguments.get("to"));
    var between =
        new Rows.Between(
            scope.binder().parameter(new Source.NotAfter(from, to)), scope.binder().parameter(to));
    return selections.object(
        type.name() + "Changes",
        field.selections(),
        inner -> {
          var relationship = type.relationships().get(inner.name());
          if (relationship == null) {
            throw SelectionCompiler.unknown(inner);
          }
          Scope.refuseHistory(inner);
          var scoped = new NodeRow(row.node(), row.columns(), scope.of(inner));
          return new Shape.Field(inner.key(), changes(scoped, relationship, between, inner), true);
        });
  }

  private static Source source(@Nullable Input input) {
    if (input instanceof Input.Leaf day) {
      return day.source();
    }
    throw new Bug("validation let changes without days pass");
  }

  private Shape changes(
      NodeRow row, Relationship relationship, Rows.Between between, Merged selected) {
    var scope = row.scope();
    var before = scope.hop(row.node(), relationship, true);
    var after = scope.hop(row.node(), relationship, true);
    var keys = new ArrayList<Term.Named>();
    relationship.edge().keys().forEach(_ -> keys.add(scope.binder().name()));
    var names = new Rows.ChangeNames(scope.binder().name(), scope.binder().name(), keys);
    var columns = new Columns();
    var shape =
        selections.object(
            ConnectionType.of(scope.model(), relationship).name() + "Change",
            selected.selections(),
            inner ->
                switch (inner.name()) {
                  case "on" -> new Shape.Field(inner.key(), columns.leaf(names.on(), DAY), true);
                  case "kind" ->
                      new Shape.Field(inner.key(), columns.leaf(names.kind(), KIND), true);
                  case "before" -> state(scope, before, columns, inner);
                  case "after" -> state(scope, after, columns, inner);
                  default -> throw SelectionCompiler.unknown(inner);
                });
    Rows rows = new Rows.Changes(before, after, between, names);
    rows = new Rows.Sort(rows, order(scope, names, before, after));
    var project = new Project(rows, columns.list());
    return new Shape.Many(row.columns().add(new Column.Many(project)), shape.selection());
  }

  private Shape.Field state(Scope scope, Hop hop, Columns columns, Merged state) {
    Scope.refuseHistory(state);
    var row = new NodeRow(hop.to(), columns, scope.of(state));
    var there = columns.leaf(new Term.Present(hop.to()), THERE).column();
    var shape =
        selections.object(
            new ConnectionType(hop.to().entity(), hop.edge().entity()).name() + "State",
            state.selections(),
            inner ->
                switch (inner.name()) {
                  case "node" ->
                      new Shape.Field(
                          inner.key(),
                          new Shape.Same(selections.node(row.of(inner), inner.selections())),
                          true);
                  case "properties" ->
                      new Shape.Field(
                          inner.key(), selections.properties(row, hop.edge(), inner), true);
                  default -> throw SelectionCompiler.unknown(inner);
                });
    return new Shape.Field(state.key(), new Shape.Found(there, shape.selection()), false);
  }

  /// The earliest first; of one day by key, and what ended before what began.
  private static List<Rows.Order> order(
      Scope scope, Rows.ChangeNames names, Hop before, Hop after) {
    var order = new ArrayList<Rows.Order>();
    order.add(new Rows.Order(names.on(), false));
    names.keys().forEach(key -> order.add(new Rows.Order(key, false)));
    order.add(new Rows.Order(names.kind(), true));
    order.addAll(new Ordering(scope).keys(before.to()));
    order.addAll(new Ordering(scope).keys(after.to()));
    return order;
  }
}
