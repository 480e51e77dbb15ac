package nl.jeugdgraaf.compile;

import java.util.List;
import nl.jeugdgraaf.compile.FieldCollector.Merged;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;

/// A field that follows relationships to nested queries and the shape of what they return.
///
/// @param selections compiles what is selected of the nodes
/// @param parent the node type that has the field
/// @param relationship what it follows
/// @param field the field
record RelatedCompiler(
    SelectionCompiler selections, String parent, Relationship relationship, Merged field) {

  /// Returns the shape of the nodes that are reached: a list, or one or null.
  Shape nodes(NodeRow row) {
    return row.columns()
        .shared(key(row), () -> relationship.target().many() ? many(row) : one(row));
  }

  /// Returns the shape of the connection to the nodes that are reached.
  Shape connection(NodeRow row) {
    return row.columns().shared(key(row), () -> connectionShape(row));
  }

  /// Fields of several types that ask the same of one node are answered by one query.
  private Object key(NodeRow row) {
    return List.of(
        row.node().variable(),
        relationship.type(),
        relationship.direction(),
        relationship.target().entity(),
        Subjects.same(row.scope(), row.scope().model().node(parent), relationship),
        row.scope().day(),
        field.fields());
  }

  private Shape many(NodeRow row) {
    var scope = row.scope().of(field);
    var arguments = scope.arguments(parent, field);
    var hop = scope.hop(row.node(), relationship, scope.everyPeriod(field, relationship));
    var where = new WhereCompiler(scope).node(hop.to(), arguments.get("where"));
    var found = new Rows.Distinct(new Rows.Filter(start(hop), where), hop.to());
    var columns = new Columns();
    var rows = new Paging(scope).nodes(found, hop.to(), arguments);
    var selection = selections.node(reached(hop, columns, scope), field.selections());
    var project = new Project(rows, columns.list());
    return new Shape.Many(row.columns().add(new Column.Many(project)), selection);
  }

  private Shape one(NodeRow row) {
    var scope = row.scope().of(field);
    if (scope.everyPeriod(field, relationship)) {
      throw Scope.refused(
          field, "@history on '%s', which shows one; ask its connection for every period.");
    }
    var hop = scope.hop(row.node(), relationship, false);
    var columns = new Columns();
    var rows = new Paging(scope).first(start(hop), hop.to());
    var selection = selections.node(reached(hop, columns, scope), field.selections());
    var project = new Project(rows, columns.list());
    return new Shape.One(row.columns().add(new Column.One(project)), selection);
  }

  private NodeRow reached(Hop hop, Columns columns, Scope scope) {
    var accounted = Subjects.same(scope, scope.model().node(parent), relationship);
    return new NodeRow(hop.to(), columns, scope, accounted);
  }

  private static Rows start(Hop hop) {
    return new Rows.Expand(new Rows.Argument(hop.from()), hop);
  }

  private Shape connectionShape(NodeRow row) {
    var scope = row.scope().of(field);
    var origin =
        new Origin.Related(
            row.node(), parent, relationship, scope.everyPeriod(field, relationship));
    return new ConnectionCompiler(selections, origin, row.columns(), scope.arguments(parent, field))
        .compile(scope, field);
  }
}
