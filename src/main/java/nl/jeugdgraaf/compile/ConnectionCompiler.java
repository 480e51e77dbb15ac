package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.conditions.Aggregates;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Bug;
import org.jspecify.annotations.Nullable;

/// A connection to nested queries and the shape of what they return.
///
/// All of a connection shares two readings at most: one for the page, one for all totals. Each
/// field that groups reads for itself.
final class ConnectionCompiler {
  private static final ValueType SCORE = new ValueType(Scalar.BuiltIn.FLOAT, false, true);

  private final SelectionCompiler selections;
  private final ConnectionSource origin;
  private final Columns columns;
  private final Scope scope;
  private final Map<String, Input> arguments;
  private @Nullable PageQuery page;
  private @Nullable AggregateCompiler totals;
  private int totalsColumn;

  /// What is selected of all totals.
  private final List<SelectionSet> totalled = new ArrayList<>();

  /// @param selections compiles what is selected of nodes
  /// @param origin where the rows come from
  /// @param columns get the nested queries
  /// @param scope what holds in the connection
  /// @param arguments of the connection
  ConnectionCompiler(
      SelectionCompiler selections,
      ConnectionSource origin,
      Columns columns,
      Scope scope,
      Map<String, Input> arguments) {
    this.selections = selections;
    this.origin = origin;
    this.columns = columns;
    this.scope = scope;
    this.arguments = arguments;
  }

  /// Returns the shape of the connection.
  Shape compile(CollectedField field) {
    selections.fields(
        ApiNames.connection(origin.typeName(scope.model())),
        field.selections(),
        inner -> {
          if (inner.name().equals(ApiField.Connection.AGGREGATE.fieldName())) {
            totalled.addAll(inner.selections());
          }
          return SelectionCompiler.nothing(inner);
        });
    var shape =
        selections.object(
            ApiNames.connection(origin.typeName(scope.model())),
            field.selections(),
            inner ->
                required(
                    inner,
                    switch (ApiField.of(ApiField.Connection.class, inner.name())) {
                      case EDGES -> edges(inner.selections());
                      case PAGE_INFO -> page().info(selections, inner.selections());
                      case TOTAL_COUNT -> totals().totalCount();
                      case AGGREGATE -> aggregate(inner.selections());
                      case GROUPS -> groups(inner);
                      case CHANGES -> changes(inner);
                    }));
    if (page == null) {
      PageQuery.check(scope, this::list, arguments);
    } else {
      columns.fill(page.page().column(), page.column());
    }
    if (totals != null) {
      columns.fill(totalsColumn, totals.column());
    }
    return shape;
  }

  /// Returns how often the nodes of a connection are read.
  ///
  /// @param name what the names of its types start with
  static int readings(SelectionCompiler selections, String name, CollectedField field) {
    var readings = new HashSet<String>();
    selections.object(
        ApiNames.connection(name),
        field.selections(),
        inner -> {
          readings.add(
              switch (ApiField.of(ApiField.Connection.class, inner.name())) {
                case EDGES, PAGE_INFO -> "page of it";
                case TOTAL_COUNT, AGGREGATE -> "totals of it";
                case GROUPS, CHANGES -> inner.key();
              });
          return required(inner, new Shape.Null());
        });
    return readings.size();
  }

  private static Shape.Field required(CollectedField field, Shape shape) {
    return new Shape.Field(field.key(), shape, true);
  }

  private PageQuery page() {
    if (page == null) {
      page = new PageQuery(scope, list(), arguments, columns.reserve());
    }
    return page;
  }

  private PageQuery.PagedList list() {
    var reached = origin.reach(scope, arguments);
    var of =
        origin instanceof ConnectionSource.RelatedNodes related
            ? related.relationship().name() + related.everyPeriod()
            : "";
    return new PageQuery.PagedList(
        reached,
        origin.order(scope, reached, arguments.get(ApiNames.Argument.SORT)),
        origin.parent() + "." + origin.typeName(scope.model()) + of,
        List.of());
  }

  private Shape edges(List<SelectionSet> selected) {
    var ofPage = page();
    var reached = ofPage.reached();
    var row = new NodeContext(reached.node(), ofPage.columns(), scope);
    var shape =
        selections.object(
            ApiNames.edge(origin.typeName(scope.model())),
            selected,
            inner ->
                switch (ApiField.of(ApiField.Edge.class, inner.name())) {
                  case CURSOR -> required(inner, new Shape.Cursor(ofPage.place()));
                  case NODE ->
                      required(inner, new Shape.SameRow(selections.node(row, inner.selections())));
                  case PROPERTIES -> required(inner, properties(row, reached, inner));
                  case SCORE ->
                      required(
                          inner,
                          ofPage
                              .columns()
                              .leaf(reached.score().orElseThrow(() -> new Bug("no score")), SCORE));
                });
    return new Shape.Edges(ofPage.page(), shape.selection());
  }

  private Shape properties(NodeContext row, ConnectionRows reached, CollectedField field) {
    var edge = reached.relationship().orElseThrow(() -> SelectionCompiler.unknown(field));
    return selections.properties(row, edge, field);
  }

  private AggregateCompiler totals() {
    if (totals == null) {
      int column = columns.reserve();
      totalsColumn = column;
      var measures = Measures.of(selections, origin, scope, arguments, totalled);
      var ofTotals = new Aggregates(scope, measures.rows().member());
      measures.passed().forEach(ofTotals::passed);
      totals =
          new AggregateCompiler(
              scope, measures.rows(), shape -> new Shape.Nested(column, shape), ofTotals);
    }
    return totals;
  }

  private Shape aggregate(List<SelectionSet> selected) {
    return new AggregateSelection(selections, origin.type(scope.model()), totals())
        .object(selected, field -> new Shape.Field(field.key(), new Shape.Null(), false));
  }

  private Shape changes(CollectedField field) {
    var parent = ApiNames.connection(origin.typeName(scope.model()));
    if (!(origin.type(scope.model()).target() instanceof NodeType type)) {
      throw SelectionCompiler.unknown(field);
    }
    return new ChangesCompiler(selections, type, scope, scope.arguments(parent, field))
        .ofAll(columns, field, () -> origin.reach(scope, arguments));
  }

  private Shape groups(CollectedField field) {
    var groups = GroupCompiler.of(selections, origin, scope, arguments, field);
    var selection = groups.selection(field.selections());
    return new Shape.NestedObjects(columns.add(groups.column()), selection);
  }
}
