package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.Ordering;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;
import org.jspecify.annotations.Nullable;

/// `changes(from, to)` of a node: for each tracked relationship what began, ended or moved.
///
/// @param selections compiles what is selected of nodes
/// @param type the node type that has the field
/// @param field the field
record ChangesCompiler(SelectionCompiler selections, NodeType type, CollectedField field) {
  private static final ValueType DAY = new ValueType(Scalar.BuiltIn.DATE, false, true);
  private static final ValueType KIND = new ValueType(Scalar.BuiltIn.STRING, false, true);
  private static final ValueType THERE = new ValueType(Scalar.BuiltIn.BOOLEAN, false, true);

  Shape compile(NodeContext row) {
    var scope = row.scope().of(field);
    var arguments = scope.arguments(type.name(), field);
    var from = source(arguments.get(Argument.FROM));
    var to = source(arguments.get(Argument.TO));
    var between =
        new Rows.Between(
            scope.binder().parameter(new ParameterSource.RequireNotAfter(from, to)),
            scope.binder().parameter(to));
    return selections.object(
        ApiNames.changes(type.name()),
        field.selections(),
        inner -> {
          var relationship = type.relationships().get(inner.name());
          if (relationship == null) {
            throw SelectionCompiler.unknown(inner);
          }
          Scope.refuseHistory(inner);
          var scoped = new NodeContext(row.node(), row.columns(), scope.of(inner));
          return new Shape.Field(inner.key(), changes(scoped, relationship, between, inner), true);
        });
  }

  private static ParameterSource source(@Nullable Input input) {
    if (input instanceof Input.Leaf day) {
      return day.source();
    }
    throw ApiField.unknown("changes without days");
  }

  private Shape changes(
      NodeContext row,
      RelationshipField relationship,
      Rows.Between between,
      CollectedField selected) {
    var scope = row.scope();
    var before = scope.hop(row.node(), relationship, true);
    var after = scope.hop(row.node(), relationship, true);
    var keys = new ArrayList<Term.Named>();
    relationship.properties().keys().forEach(_ -> keys.add(scope.binder().name()));
    var names = new Rows.ChangeNames(scope.binder().name(), scope.binder().name(), keys);
    var columns = new Columns();
    var shape =
        selections.object(
            ApiNames.change(ConnectionType.of(scope.model(), relationship).name()),
            selected.selections(),
            inner ->
                switch (ApiField.of(ApiField.Change.class, inner.name())) {
                  case ON -> new Shape.Field(inner.key(), columns.leaf(names.on(), DAY), true);
                  case KIND -> new Shape.Field(inner.key(), columns.leaf(names.kind(), KIND), true);
                  case BEFORE -> state(scope, before, columns, inner);
                  case AFTER -> state(scope, after, columns, inner);
                });
    Rows rows = new Rows.Changes(before, after, between, names);
    rows = new Rows.Sort(rows, order(scope, names, before, after));
    var project = new Projection(rows, columns.list());
    return new Shape.NestedObjects(
        row.columns().add(new Column.NestedRows(project)), shape.selection());
  }

  private Shape.Field state(Scope scope, Hop hop, Columns columns, CollectedField state) {
    Scope.refuseHistory(state);
    var row = new NodeContext(hop.to(), columns, scope.of(state));
    var there = columns.leaf(new Term.Present(hop.to()), THERE).column();
    var shape =
        selections.object(
            ApiNames.changeState(
                new ConnectionType(hop.to().entity(), hop.relationship().entity()).name()),
            state.selections(),
            inner ->
                switch (ApiField.of(ApiField.ChangeState.class, inner.name())) {
                  case NODE ->
                      new Shape.Field(
                          inner.key(),
                          new Shape.SameRow(selections.node(row.of(inner), inner.selections())),
                          true);
                  case PROPERTIES ->
                      new Shape.Field(
                          inner.key(), selections.properties(row, hop.relationship(), inner), true);
                });
    return new Shape.Field(state.key(), new Shape.OptionalObject(there, shape.selection()), false);
  }

  /// The earliest first; of one day by key, and what ended before what began.
  private static List<Rows.SortKey> order(
      Scope scope, Rows.ChangeNames names, Hop before, Hop after) {
    var order = new ArrayList<Rows.SortKey>();
    order.add(new Rows.SortKey(names.on(), false));
    names.keys().forEach(key -> order.add(new Rows.SortKey(key, false)));
    order.add(new Rows.SortKey(names.kind(), true));
    order.addAll(new Ordering(scope).keys(before.to()));
    order.addAll(new Ordering(scope).keys(after.to()));
    return order;
  }
}
