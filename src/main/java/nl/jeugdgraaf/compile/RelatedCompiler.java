package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.compile.FieldCollector.Merged;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.schema.ConnectionType;

/// A field that follows relationships to nested queries and the shape of what they return.
///
/// @param selections compiles what is selected of the nodes
/// @param parent the node type that has the field
/// @param relationship what it follows
/// @param field the field
record RelatedCompiler(
    SelectionCompiler selections, String parent, Relationship relationship, Merged field) {

  private static final ValueType COUNT = new ValueType(Scalar.BuiltIn.INT, false, true);

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
        row.scope().day(),
        field.fields());
  }

  private Shape many(NodeRow row) {
    var scope = row.scope().of(field);
    var arguments = scope.arguments(parent, field);
    var hop = scope.binder().hop(row.node(), relationship, scope.day());
    var where = new WhereCompiler(scope).node(hop.to(), arguments.get("where"));
    var found = new Rows.Distinct(new Rows.Filter(start(hop), where), hop.to());
    var columns = new Columns();
    var rows = new Paging(scope).nodes(found, hop.to(), arguments);
    var selection = selections.node(new NodeRow(hop.to(), columns, scope), field.selections());
    var project = new Project(rows, columns.list());
    return new Shape.Many(row.columns().add(new Column.Many(project)), selection);
  }

  private Shape one(NodeRow row) {
    var scope = row.scope().of(field);
    var hop = scope.binder().hop(row.node(), relationship, scope.day());
    var columns = new Columns();
    var rows = new Paging(scope).first(start(hop), hop.to());
    var selection = selections.node(new NodeRow(hop.to(), columns, scope), field.selections());
    var project = new Project(rows, columns.list());
    return new Shape.One(row.columns().add(new Column.One(project)), selection);
  }

  private String connectionName(NodeRow row) {
    return ConnectionType.of(row.scope().model(), relationship).name();
  }

  private static Rows start(Hop hop) {
    return new Rows.Expand(new Rows.Argument(hop.from()), hop);
  }

  private Shape connectionShape(NodeRow row) {
    var scoped = row.of(field);
    return object(
        connectionName(row) + "Connection",
        field.selections(),
        inner ->
            switch (inner.name()) {
              case "edges" -> new Shape.Field(inner.key(), edges(scoped.of(inner), inner), true);
              case "totalCount" -> count(scoped.of(inner), inner, false);
              case "aggregate" ->
                  new Shape.Field(inner.key(), aggregate(scoped.of(inner), inner), true);
              default -> throw unknown(inner);
            });
  }

  private Shape aggregate(NodeRow row, Merged aggregate) {
    return object(
        "ConnectionAggregate",
        aggregate.selections(),
        counts ->
            new Shape.Field(
                counts.key(),
                object(
                    "ConnectionCount",
                    counts.selections(),
                    inner -> count(row.of(counts).of(inner), inner, inner.name().equals("nodes"))),
                true));
  }

  private Shape.Field count(NodeRow row, Merged inner, boolean nodes) {
    var scope = row.scope();
    var arguments = scope.arguments(parent, field);
    var hop = scope.binder().hop(row.node(), relationship, scope.day());
    var where = new WhereCompiler(scope).connection(hop, arguments.get("where"));
    Rows rows = new Rows.Filter(start(hop), where);
    var counted = nodes ? new Rows.Distinct(rows, hop.to()) : rows;
    return new Shape.Field(
        inner.key(), new Shape.Leaf(row.columns().add(new Column.Count(counted)), COUNT), true);
  }

  private Shape edges(NodeRow row, Merged edges) {
    var scope = row.scope();
    var arguments = scope.arguments(parent, field);
    var hop = scope.binder().hop(row.node(), relationship, scope.day());
    Where where = new WhereCompiler(scope).connection(hop, arguments.get("where"));
    var rows = new Paging(scope).edges(new Rows.Filter(start(hop), where), hop, arguments);
    var inside = new NodeRow(hop.to(), new Columns(), scope);
    var shape =
        object(
            connectionName(row) + "Edge",
            edges.selections(),
            inner ->
                switch (inner.name()) {
                  case "node" ->
                      new Shape.Field(
                          inner.key(),
                          new Shape.Same(selections.node(inside.of(inner), inner.selections())),
                          true);
                  case "properties" ->
                      new Shape.Field(inner.key(), properties(inside, hop, inner), true);
                  default -> throw unknown(inner);
                });
    var project = new Project(rows, inside.columns().list());
    return new Shape.Many(row.columns().add(new Column.Many(project)), shape.selection());
  }

  private Shape properties(NodeRow inside, Hop hop, Merged properties) {
    var edge = hop.edge().entity();
    return object(
        edge.name(),
        properties.selections(),
        inner -> {
          var attribute = edge.attributes().get(inner.name());
          if (attribute == null) {
            throw unknown(inner);
          }
          return SelectionCompiler.leaf(inside, hop.edge(), attribute, inner);
        });
  }

  /// Returns the shape of an object whose type has no node of its own.
  private Shape.Same object(
      String type, List<SelectionSet> selected, Function<Merged, Shape.Field> compile) {
    var fields = new ArrayList<Shape.Field>();
    for (var inner : selections.collector().collect(selected, type::equals)) {
      fields.add(
          inner.name().equals(SelectionCompiler.TYPE_NAME)
              ? SelectionCompiler.typeName(inner, type)
              : compile.apply(inner));
    }
    return new Shape.Same(new Shape.Selection.Fixed(fields));
  }

  private static Bug unknown(Merged inner) {
    return new Bug("validation let " + inner.name() + " pass");
  }
}
