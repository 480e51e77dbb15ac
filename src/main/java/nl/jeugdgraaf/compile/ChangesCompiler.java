package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;
import org.jspecify.annotations.Nullable;

/// `changes(from, to)` around one node, or around all of a connection: for each tracked
/// relationship a connection to what began, ended or moved.
final class ChangesCompiler {
  private static final ValueType DAY = new ValueType(Scalar.BuiltIn.DATE, false, true);
  private static final ValueType KIND = new ValueType(Scalar.BuiltIn.STRING, false, true);
  private static final ValueType THERE = new ValueType(Scalar.BuiltIn.BOOLEAN, false, true);

  private final SelectionCompiler selections;
  private final NodeType type;
  private final Scope scope;
  private final Map<String, Input> arguments;
  private final Rows.Between between;

  /// @param selections compiles what is selected of nodes
  /// @param type the type of the nodes around which changes are asked
  /// @param scope what holds around the field
  /// @param arguments of the field
  ChangesCompiler(
      SelectionCompiler selections, NodeType type, Scope scope, Map<String, Input> arguments) {
    this.selections = selections;
    this.type = type;
    this.scope = scope;
    this.arguments = arguments;
    var from = source(arguments.get(Argument.FROM));
    var to = source(arguments.get(Argument.TO));
    this.between =
        new Rows.Between(
            scope.binder().parameter(new ParameterSource.RequireNotAfter(from, to)),
            scope.binder().parameter(to));
  }

  private static ParameterSource source(@Nullable Input input) {
    if (input instanceof Input.Leaf day) {
      return day.source();
    }
    throw ApiField.unknown("changes without days");
  }

  /// Returns the shape of the changes around one node.
  Shape of(NodeContext row, CollectedField field) {
    var around = new ChangeRows.Around(new Rows.Argument(row.node()), row.node());
    return object(row.columns(), field, () -> around);
  }

  /// Returns the shape of the changes around all nodes of a connection.
  ///
  /// @param reached binds the rows of the connection
  Shape ofAll(Columns columns, CollectedField field, Supplier<ConnectionRows> reached) {
    return object(
        columns,
        field,
        () -> {
          var rows = reached.get();
          var nodes =
              rows.relationship().isPresent()
                  ? new Rows.Distinct(rows.rows(), rows.node())
                  : rows.rows();
          return new ChangeRows.Around(nodes, rows.node());
        });
  }

  private Shape object(Columns columns, CollectedField field, Supplier<ChangeRows.Around> around) {
    return selections.object(
        ApiNames.changes(type.name()),
        field.selections(),
        inner -> {
          var relationship = type.relationships().get(inner.name());
          if (relationship == null) {
            throw SelectionCompiler.unknown(inner);
          }
          var connection = new Connection(relationship, inner, columns, around);
          return new Shape.Field(inner.key(), connection.compile(), true);
        });
  }

  /// The connection to the changes of one relationship while it is compiled.
  private final class Connection {
    private final RelationshipField relationship;
    private final CollectedField field;
    private final Columns columns;
    private final Supplier<ChangeRows.Around> around;
    private final Map<String, Input> given;
    private final String name;
    private @Nullable PageQuery page;
    private @Nullable ChangeRows rows;

    private Connection(
        RelationshipField relationship,
        CollectedField field,
        Columns columns,
        Supplier<ChangeRows.Around> around) {
      this.relationship = relationship;
      this.field = field;
      this.columns = columns;
      this.around = around;
      this.given = scope.arguments(ApiNames.changes(type.name()), field);
      this.name = ApiNames.change(type.name(), relationship.name());
    }

    private ChangeRows read() {
      return ChangeRows.of(scope, around.get(), relationship, between, given.get(Argument.WHERE));
    }

    private Shape compile() {
      var shape =
          selections.object(
              ApiNames.connection(name),
              field.selections(),
              inner ->
                  required(
                      inner,
                      switch (ApiField.of(ApiField.ChangeConnection.class, inner.name())) {
                        case EDGES -> edges(inner.selections());
                        case PAGE_INFO -> page().info(selections, inner.selections());
                        case TOTAL_COUNT -> totalCount();
                        case GROUPS -> groups(inner);
                      }));
      if (page == null) {
        PageQuery.check(scope, this::list, given);
      } else {
        columns.fill(page.page().column(), page.column());
      }
      return shape;
    }

    private PageQuery page() {
      if (page == null) {
        page = new PageQuery(scope, list(), given, columns.reserve());
      }
      return page;
    }

    private PageQuery.PagedList list() {
      rows = read();
      return new PageQuery.PagedList(
          rows.reached(), rows.order(scope), name, List.copyOf(arguments.values()));
    }

    private Shape edges(List<SelectionSet> selected) {
      var ofPage = page();
      var shape =
          selections.object(
              ApiNames.edge(name),
              selected,
              inner ->
                  required(
                      inner,
                      switch (ApiField.of(ApiField.ChangeEdge.class, inner.name())) {
                        case CURSOR -> new Shape.Cursor(ofPage.place());
                        case NODE -> change(ofPage.columns(), inner.selections());
                      }));
      return new Shape.Edges(ofPage.page(), shape.selection());
    }

    private Shape change(Columns inside, List<SelectionSet> selected) {
      var found = Objects.requireNonNull(rows);
      var names = found.names();
      var of = new NodeContext(found.node(), inside, scope);
      var fields =
          selections.fields(
              name,
              selected,
              inner ->
                  switch (ApiField.of(ApiField.Change.class, inner.name())) {
                    case ON -> required(inner, inside.leaf(names.on(), DAY));
                    case KIND -> required(inner, inside.leaf(names.kind(), KIND));
                    case OF ->
                        required(inner, new Shape.SameRow(selections.node(of, inner.selections())));
                    case BEFORE -> state(found.before(), inside, inner);
                    case AFTER -> state(found.after(), inside, inner);
                  });
      return new Shape.SameRow(new Shape.Selection.Fixed(fields));
    }

    private Shape.Field state(Hop hop, Columns inside, CollectedField state) {
      var row = new NodeContext(hop.to(), inside, scope);
      var there = inside.leaf(new Term.Present(hop.to()), THERE).column();
      var shape =
          selections.object(
              ApiNames.changeState(ConnectionType.of(scope.model(), relationship).name()),
              state.selections(),
              inner ->
                  required(
                      inner,
                      switch (ApiField.of(ApiField.ChangeState.class, inner.name())) {
                        case NODE -> new Shape.SameRow(selections.node(row, inner.selections()));
                        case PROPERTIES -> selections.properties(row, hop.relationship(), inner);
                      }));
      return new Shape.Field(
          state.key(), new Shape.OptionalObject(there, shape.selection()), false);
    }

    private Shape totalCount() {
      var reached = read();
      var column = columns.reserve();
      var totals =
          new AggregateCompiler(scope, reached.reached(), shape -> new Shape.Nested(column, shape));
      var shape = totals.totalCount();
      columns.fill(column, totals.column());
      return shape;
    }

    private Shape groups(CollectedField groups) {
      var compiler =
          new ChangeGroups(
              selections, scope, read(), ConnectionType.of(scope.model(), relationship));
      var selection = compiler.selection(name, groups.selections());
      var own = scope.arguments(ApiNames.connection(name), groups);
      return new Shape.NestedObjects(columns.add(compiler.column(own)), selection);
    }
  }

  private static Shape.Field required(CollectedField field, Shape shape) {
    return new Shape.Field(field.key(), shape, true);
  }
}
