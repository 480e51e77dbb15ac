package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.api.PathTypes;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// `path` and `paths`: the shortest ways from one node to another.
///
/// @param selections compiles what is selected of nodes
/// @param scope what holds around the field
/// @param field the field
record PathCompiler(SelectionCompiler selections, Scope scope, CollectedField field) {
  private static final ValueType LENGTH = new ValueType(Scalar.BuiltIn.INT, false, true);
  private static final ValueType DAY = new ValueType(Scalar.BuiltIn.DATE, false, false);

  Shape compile(Columns columns) {
    var arguments = scope.arguments(ApiNames.QUERY, field);
    var several = field.name().equals(ApiNames.Root.PATHS);
    var from = end(arguments, Argument.FROM);
    var to = end(arguments, Argument.TO);
    var step = scope.binder().step(via(arguments), scope.day().term());
    if (from.isEmpty() || to.isEmpty()) {
      return several
          ? new Shape.NestedObjects(none(columns), shape(new Columns(), scope.binder().name()))
          : new Shape.Null();
    }
    var length =
        scope
            .binder()
            .parameter(
                new ParameterSource.RequireInRange(
                    source(arguments, Argument.MAX_LENGTH, PathTypes.LENGTH_DEFAULT),
                    Argument.MAX_LENGTH,
                    1,
                    Limits.PATH_LENGTH_MAX));
    var name = scope.binder().name();
    var bounds =
        new Rows.PathBounds(several ? Limits.PATHS_MAX : 1, Limits.PATH_LENGTH_MAX, length);
    Rows rows =
        new Rows.Sort(
            new Rows.Paths(from.get(), to.get(), step, name, bounds),
            List.of(new Rows.SortKey(new Term.PathLength(name), false)));
    if (several) {
      rows =
          new Rows.Limit(
              rows,
              scope
                  .binder()
                  .parameter(
                      new ParameterSource.RequireInRange(
                          source(arguments, Argument.FIRST, PathTypes.PATHS_DEFAULT),
                          Argument.FIRST,
                          0,
                          Limits.PATHS_MAX)),
              0);
    }
    var inner = new Columns();
    var selection = shape(inner, name);
    var project = new Projection(rows, inner.list());
    return several
        ? new Shape.NestedObjects(columns.add(new Column.NestedRows(project)), selection)
        : new Shape.NestedObject(columns.add(new Column.NestedRow(project)), selection);
  }

  /// Returns a column of no rows, for an end of a type that there is not.
  private int none(Columns columns) {
    var nothing = scope.binder().parameter(new ParameterSource.Literal(List.of()));
    return columns.add(
        new Column.NestedRows(
            new Projection(
                new Rows.Unwind(nothing, scope.binder().name()),
                List.of(new Column.Value(nothing)))));
  }

  private Optional<Rows.Lookup> end(Map<String, Input> arguments, String name) {
    if (!(arguments.get(name) instanceof Input.Leaf leaf)) {
      throw ApiField.unknown("a path without " + name);
    }
    var id =
        GlobalId.of(leaf.value().toString())
            .orElseThrow(() ->
                new ProblemException(
                    Problem.of(
                            Code.BAD_USER_INPUT,
                            name
                                + " is not the id of a node. Use what the field id of a node"
                                + " gives.")
                        .in(name)));
    var type = scope.model().nodes().get(id.type());
    if (type == null) {
      return Optional.empty();
    }
    var ids = new ParameterSource.ListOf(List.of(leaf.source()));
    var key =
        scope
            .binder()
            .parameter(new ParameterSource.GlobalIdKey(new ParameterSource.GlobalIds(ids, 1)));
    var node = scope.node(type);
    return Optional.of(new Rows.Lookup(node, scope.binder().property(node, type.key()), key));
  }

  private List<RelationshipField> via(Map<String, Input> arguments) {
    var all = PathTypes.steps(scope.model());
    if (!(arguments.get(Argument.VIA) instanceof Input.Items given)) {
      return List.copyOf(all.values());
    }
    var steps = new LinkedHashMap<String, RelationshipField>();
    for (var item : given.items()) {
      if (item instanceof Input.Leaf leaf) {
        var step = all.get(leaf.value().toString());
        if (step != null) {
          steps.put(step.type(), step);
        }
      }
    }
    if (steps.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  Code.BAD_USER_INPUT,
                  "via is empty, so no relationship may be followed. Leave it out, or name"
                      + " relationships.")
              .in(Argument.VIA));
    }
    return new ArrayList<>(steps.values());
  }

  private static ParameterSource source(Map<String, Input> arguments, String name, int otherwise) {
    return arguments.get(name) instanceof Input.Leaf leaf
        ? leaf.source()
        : new ParameterSource.Literal(otherwise);
  }

  private Shape.Selection shape(Columns columns, Term.Named name) {
    return selections
        .object(
            ApiNames.PATH,
            field.selections(),
            inner ->
                new Shape.Field(
                    inner.key(),
                    switch (ApiField.of(ApiField.Path.class, inner.name())) {
                      case LENGTH -> columns.leaf(new Term.PathLength(name), LENGTH);
                      case NODES -> nodes(columns, name, inner);
                      case RELATIONSHIPS -> relationships(columns, name, inner);
                    },
                    true))
        .selection();
  }

  private Shape nodes(Columns columns, Term.Named name, CollectedField nodes) {
    var node = scope.binder().pathNode(scope.day().term());
    var row = new NodeContext(node, new Columns(), scope);
    var selection = selections.node(row, nodes.selections());
    var project = new Projection(new Rows.PathNodes(name, node), row.columns().list());
    return new Shape.NestedObjects(columns.add(new Column.NestedRows(project)), selection);
  }

  private Shape relationships(Columns columns, Term.Named name, CollectedField relationships) {
    var edge = scope.binder().pathEdge(scope.day().term());
    var inside = new Columns();
    var shape =
        selections.object(
            ApiNames.PATH_RELATIONSHIP,
            relationships.selections(),
            inner ->
                switch (ApiField.of(ApiField.PathRelationship.class, inner.name())) {
                  case TYPE ->
                      new Shape.Field(
                          inner.key(), inside.leaf(new Term.RelationshipType(edge), types()), true);
                  case VALID_FROM -> day(edge, RelationshipProperties.VALID_FROM, inside, inner);
                  case VALID_TO -> day(edge, RelationshipProperties.VALID_TO, inside, inner);
                });
    var project = new Projection(new Rows.PathRelationships(name, edge), inside.list());
    return new Shape.NestedObjects(columns.add(new Column.NestedRows(project)), shape.selection());
  }

  private Shape.Field day(
      RelationshipVariable edge, String name, Columns columns, CollectedField field) {
    var attribute = edge.entity().attributes().get(name);
    if (attribute == null) {
      throw SelectionCompiler.unknown(field);
    }
    var shape = columns.leaf(scope.binder().property(edge, attribute), DAY);
    return new Shape.Field(field.key(), shape, false);
  }

  private ValueType types() {
    var values =
        PathTypes.steps(scope.model()).keySet().stream()
            .map(type -> new Scalar.Enumeration.Value(type, ""))
            .toList();
    return new ValueType(new Scalar.Enumeration(ApiNames.PATH_VIA, values, ""), false, true);
  }
}
