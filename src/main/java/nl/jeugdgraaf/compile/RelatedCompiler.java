package nl.jeugdgraaf.compile;

import java.util.List;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.conditions.Paging;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.conditions.WhereCompiler;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;

/// A field that follows relationships to nested queries and the shape of what they return.
///
/// @param selections compiles what is selected of the nodes
/// @param parent the node type that has the field
/// @param relationship what it follows
/// @param field the field
record RelatedCompiler(
    SelectionCompiler selections,
    String parent,
    RelationshipField relationship,
    CollectedField field) {

  /// Returns the shape of the nodes that are reached: a list, or one or null.
  Shape nodes(NodeContext row) {
    return row.columns()
        .shared(key(row), () -> relationship.target().many() ? many(row) : one(row));
  }

  /// Returns the shape of the connection to the nodes that are reached.
  Shape connection(NodeContext row) {
    return row.columns().shared(key(row), () -> connectionShape(row));
  }

  /// Fields of several types that ask the same of one node are answered by one query.
  private Object key(NodeContext row) {
    return List.of(
        row.node().name(),
        row.scope().binder().decidesGuardsFrom(row.scope().model().node(parent), namesDay()),
        relationship.type(),
        relationship.direction(),
        relationship.target().entity(),
        relationship.target().steps(),
        row.scope().day(),
        field.fields());
  }

  private boolean namesDay() {
    return field.first().getArguments().stream()
        .anyMatch(argument -> argument.getName().equals(ApiNames.Argument.AS_OF));
  }

  private Shape many(NodeContext row) {
    var arguments = row.scope().arguments(parent, field);
    var scope = row.scope().on(arguments);
    var hop = scope.hop(row.node(), relationship, Scope.everyPeriod(arguments));
    var where = new WhereCompiler(scope).node(hop.to(), arguments.get(ApiNames.Argument.WHERE));
    var found = new Rows.Distinct(new Rows.Filter(start(hop), where), hop.to());
    var columns = new Columns();
    var rows = new Paging(scope).nodes(found, hop.to(), arguments);
    var selection = selections.node(reached(hop, columns, scope), field.selections());
    var project = new Projection(rows, columns.list());
    return new Shape.NestedObjects(row.columns().add(new Column.NestedRows(project)), selection);
  }

  private Shape one(NodeContext row) {
    var scope = row.scope().on(row.scope().arguments(parent, field));
    var hop = scope.hop(row.node(), relationship, false);
    var columns = new Columns();
    var rows = new Paging(scope).first(start(hop), hop.to());
    var selection = selections.node(reached(hop, columns, scope), field.selections());
    var project = new Projection(rows, columns.list());
    return new Shape.NestedObject(row.columns().add(new Column.NestedRow(project)), selection);
  }

  private NodeContext reached(Hop hop, Columns columns, Scope scope) {
    return new NodeContext(hop.to(), columns, scope);
  }

  private static Rows start(Hop hop) {
    return new Rows.Expand(new Rows.Argument(hop.from()), hop);
  }

  private Shape connectionShape(NodeContext row) {
    var arguments = row.scope().arguments(parent, field);
    var scope = row.scope().on(arguments);
    var origin =
        new ConnectionSource.RelatedNodes(
            row.node(), parent, relationship, Scope.everyPeriod(arguments));
    return new ConnectionCompiler(selections, origin, row.columns(), scope, arguments)
        .compile(field);
  }
}
