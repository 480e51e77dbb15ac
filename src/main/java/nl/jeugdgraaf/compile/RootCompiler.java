package nl.jeugdgraaf.compile;

import graphql.language.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.Root;
import nl.jeugdgraaf.api.ServiceFields;
import nl.jeugdgraaf.conditions.Paging;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.conditions.WhereCompiler;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.subjects.DataSubjects;
import org.jspecify.annotations.Nullable;

/// The root fields of an operation while they are compiled.
final class RootCompiler {
  /// Rows in one record of a list of unknown length: fewer if each row holds lists, and lists of
  /// these, so that a record stays small.
  private static final List<Integer> PORTIONS = List.of(200, 20, 2);

  /// How long a list is sent in one record, by the same.
  private static final List<Integer> ONE_RECORD =
      List.of(Limits.PAGE_ROWS_MAX, Limits.NESTED_ROWS_MAX, 20);

  private final Scope scope;
  private final SelectionCompiler selections;
  private final List<Projection> projects = new ArrayList<>();
  private final List<Shape.Root> response = new ArrayList<>();
  private final List<Field> introspection = new ArrayList<>();

  RootCompiler(Scope scope, SelectionCompiler selections) {
    this.scope = scope;
    this.selections = selections;
  }

  CompiledOperation compiled() {
    var binder = scope.binder();
    var subjects = new DataSubjects(scope.model(), binder.permissions(), binder);
    var personal = subjects.personal(binder.reads());
    var accounted = subjects.of(new Plan(projects));
    return new CompiledOperation(
        accounted.plan(),
        response,
        new CompiledOperation.Parameters(
            binder.parameters(),
            selections.refusals().places(binder.parameters()),
            binder.inRows()),
        introspection,
        new CompiledOperation.Subjects(personal, accounted.columns()));
  }

  void add(CollectedField field) {
    selections.refusals().run(ApiNames.QUERY, field, () -> compile(field));
  }

  private void compile(CollectedField field) {
    if (field.name().equals(ApiNames.META_TYPE_NAME)) {
      response.add(new Shape.Root.TypeName(field.key(), ApiNames.QUERY));
    } else if (field.name().startsWith("__") || ServiceFields.FIELDS.contains(field.name())) {
      var permissions = scope.binder().permissions();
      if (!field.name().startsWith("__") && !ServiceFields.mayAsk(permissions, field.name())) {
        throw permissions.refusalToAsk(field.name());
      }
      response.add(new Shape.Root.ServiceField(field.key()));
      introspection.addAll(field.fields());
    } else {
      read(field);
    }
  }

  private void read(CollectedField field) {
    switch (field.name()) {
      case Root.NODE, Root.NODES -> nodes(field);
      case Root.PATH, Root.PATHS -> paths(field);
      default -> entity(field);
    }
  }

  private void entity(CollectedField field) {
    var name = field.name();
    for (var entity : scope.model().entities()) {
      if (entity.plural().equals(name)) {
        list(entity, field);
        return;
      }
      if (name.equals(ApiNames.connectionField(entity.plural()))) {
        connection(new ConnectionSource.AllNodes(entity), field);
        return;
      }
      if (scope.model().searchField(entity).filter(name::equals).isPresent()) {
        connection(new ConnectionSource.SearchResults(entity), field);
        return;
      }
      if (entity instanceof NodeType node && node.singular().equals(name)) {
        lookup(node, field);
        return;
      }
    }
    throw ApiField.unknown(ApiNames.QUERY + "." + name);
  }

  private void list(NodeEntity entity, CollectedField field) {
    var arguments = scope.arguments(ApiNames.QUERY, field);
    var inner = scope.on(arguments);
    var node = inner.node(entity);
    var where = new WhereCompiler(inner).node(node, arguments.get(Argument.WHERE));
    var found = new Rows.Filter(new Rows.Scan(node), where);
    var row = new NodeContext(node, new Columns(), inner);
    var rows = new Paging(inner).nodes(found, node, arguments);
    var selection = selections.node(row, field.selections());
    var columns = new Columns();
    var depth = Math.min(listsInLists(selection), PORTIONS.size() - 1);
    if (isOneRecord(arguments.get(Argument.LIMIT), depth)) {
      var all = columns.add(new Column.NestedRows(new Projection(rows, row.columns().list())));
      single(new Shape.Field(field.key(), new Shape.NestedObjects(all, selection), true), columns);
    } else {
      var nodes = inner.binder().name();
      var portion = new Rows.Batch(inner.binder().name(), PORTIONS.get(depth));
      var all = new Rows.CollectedNodes(node, Optional.empty(), nodes);
      var members = new Rows.UnwindNodes(all, Optional.of(portion));
      columns.add(new Column.NestedRows(new Projection(members, row.columns().list())));
      response.add(new Shape.Root.ObjectList(field.key(), projects.size(), selection));
      var gathered = new Rows.Collect(rows, all);
      projects.add(new Projection(new Rows.Batches(gathered, nodes, portion), columns.list()));
    }
  }

  /// A list that is no longer than a page can be is one record, as a page is; one of objects that
  /// hold lists themselves only where it is short. What a variable says decides that for lists that
  /// are not deep only: the form of variables knows no other lengths.
  private static boolean isOneRecord(@Nullable Input limit, int depth) {
    return limit instanceof Input.Leaf(Integer rows, var source)
        && rows <= ONE_RECORD.get(depth)
        && (ONE_RECORD.get(depth) >= Limits.NESTED_ROWS_MAX || isWritten(source));
  }

  private static boolean isWritten(ParameterSource source) {
    return switch (source) {
      case ParameterSource.Literal _ -> true;
      case ParameterSource.RequireInRange(var value, _, _, _) -> isWritten(value);
      default -> false;
    };
  }

  /// Returns how deep lists are in each other: 0 if there is none.
  private static int listsInLists(Shape.Selection selection) {
    var fields =
        switch (selection) {
          case Shape.Selection.Fixed fixed -> fixed.fields().stream();
          case Shape.Selection.ByType byType ->
              byType.byType().values().stream().flatMap(fixed -> fixed.fields().stream());
        };
    return fields.mapToInt(field -> listsInLists(field.shape())).max().orElse(0);
  }

  private static int listsInLists(Shape shape) {
    return switch (shape) {
      case Shape.NestedObjects(_, var selection) -> 1 + listsInLists(selection);
      case Shape.Edges(_, var selection) -> 1 + listsInLists(selection);
      case Shape.ValueList _ -> 1;
      case Shape.SameRow(var selection) -> listsInLists(selection);
      case Shape.NestedObject(_, var selection) -> listsInLists(selection);
      case Shape.OptionalObject(_, var selection) -> listsInLists(selection);
      case Shape.Nested(_, var inner) -> listsInLists(inner);
      case Shape.Leaf _,
          Shape.Id _,
          Shape.IdOfType _,
          Shape.Null _,
          Shape.PageInfo _,
          Shape.Cursor _,
          Shape.Constant _ ->
          0;
    };
  }

  private void lookup(NodeType type, CollectedField field) {
    var arguments = scope.arguments(ApiNames.QUERY, field);
    var inner = scope.on(arguments);
    if (!(arguments.get(Argument.BY) instanceof Input.Fields by)
        || by.fields().size() != 1
        || !(by.fields().firstEntry().getValue() instanceof Input.Leaf value)) {
      throw new ProblemException(
          Problem.of(
                  Code.BAD_USER_INPUT,
                  field.name()
                      + "(by:) takes exactly one non-null key. Available keys: "
                      + String.join(", ", type.keys().stream().map(Attribute::name).toList())
                      + ".")
              .in(Argument.BY));
    }
    var key = type.attributes().get(by.fields().firstEntry().getKey());
    if (key == null) {
      throw ApiField.unknown("an unknown key of " + type.name());
    }
    var node = inner.node(type);
    var rows =
        new Rows.Lookup(
            node, inner.binder().property(node, key), inner.binder().parameter(value.source()));
    var row = new NodeContext(node, new Columns(), inner);
    var selection = selections.node(row, field.selections());
    var columns = new Columns();
    var found = columns.add(new Column.NestedRow(new Projection(rows, row.columns().list())));
    single(new Shape.Field(field.key(), new Shape.NestedObject(found, selection), false), columns);
  }

  private void connection(ConnectionSource origin, CollectedField field) {
    var columns = new Columns();
    var arguments = scope.arguments(ApiNames.QUERY, field);
    var inner = scope.on(arguments);
    var read = read(origin, inner, arguments, field);
    var shape = new ConnectionCompiler(selections, read, columns, inner, arguments).compile(field);
    Rows rows = read instanceof ConnectionSource.ReadOnce once ? once.gathered() : new Rows.Unit();
    single(new Shape.Field(field.key(), shape, true), columns, rows);
  }

  /// Nodes that are found by conditions are found once, also where a page, totals and groups are
  /// asked of them. Of all nodes that there are, counts are known and pages in order of an index.
  private ConnectionSource read(
      ConnectionSource origin, Scope inner, Map<String, Input> arguments, CollectedField field) {
    if (ConnectionCompiler.readings(selections, origin.typeName(scope.model()), field) < 2) {
      return origin;
    }
    var reached = origin.reach(inner, arguments);
    var everything =
        reached.rows() instanceof Rows.Filter(Rows.Scan _, var where)
            && where.equals(Predicate.Always.TRUE)
            && reached.node().guard().equals(Predicate.Always.TRUE);
    return everything
        ? origin
        : new ConnectionSource.ReadOnce(origin, reached, scope.binder().name());
  }

  private void nodes(CollectedField field) {
    var columns = new Columns();
    var shape = new NodeCompiler(selections, scope, field).compile(columns);
    single(new Shape.Field(field.key(), shape, field.name().equals(Root.NODES)), columns);
  }

  private void paths(CollectedField field) {
    var inner = scope.on(scope.arguments(ApiNames.QUERY, field));
    var columns = new Columns();
    var shape = new PathCompiler(selections, inner, field).compile(columns);
    single(new Shape.Field(field.key(), shape, field.name().equals(Root.PATHS)), columns);
  }

  /// Adds a root field that one row answers.
  private void single(Shape.Field field, Columns columns) {
    single(field, columns, new Rows.Unit());
  }

  private void single(Shape.Field field, Columns columns, Rows row) {
    response.add(new Shape.Root.SingleValue(field.key(), projects.size(), field));
    projects.add(new Projection(row, columns.list()));
  }
}
