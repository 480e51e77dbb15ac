package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Bug;

/// A connection to nested queries and the shape of what they return.
///
/// All of a connection that is asked on one day shares two readings at most: one for the page, one
/// for all totals. Each field that groups reads for itself.
final class ConnectionCompiler {
  private static final ValueType SCORE = new ValueType(Scalar.BuiltIn.FLOAT, false, true);

  private final SelectionCompiler selections;
  private final ConnectionSource origin;
  private final Columns columns;
  private final Map<String, Input> arguments;
  private final Map<Parameter, PageQuery> pages = new LinkedHashMap<>();
  private final Map<Parameter, AggregateCompiler> totals = new LinkedHashMap<>();
  private final Map<Parameter, Integer> totalsColumns = new LinkedHashMap<>();

  /// @param selections compiles what is selected of nodes
  /// @param origin where the rows come from
  /// @param columns get the nested queries
  /// @param arguments of the connection
  ConnectionCompiler(
      SelectionCompiler selections,
      ConnectionSource origin,
      Columns columns,
      Map<String, Input> arguments) {
    this.selections = selections;
    this.origin = origin;
    this.columns = columns;
    this.arguments = arguments;
  }

  /// Returns the shape of the connection.
  Shape compile(Scope scope, CollectedField field) {
    var shape =
        selections.object(
            ApiNames.connection(origin.typeName(scope.model())),
            field.selections(),
            inner -> {
              var scoped = scope.of(inner);
              return switch (ApiField.of(ApiField.Connection.class, inner.name())) {
                case EDGES -> required(inner, edges(scoped, inner.selections()));
                case PAGE_INFO -> required(inner, pageInfo(scoped, inner.selections()));
                case TOTAL_COUNT -> required(inner, totals(scoped).totalCount());
                case AGGREGATE -> required(inner, aggregate(scoped, inner.selections()));
                case GROUPS -> required(inner, groups(scoped, inner));
              };
            });
    if (pages.isEmpty()) {
      PageQuery.check(scope, arguments);
    }
    pages.values().forEach(page -> columns.fill(page.page().column(), page.column()));
    totals.forEach((day, total) -> columns.fill(column(day), total.column()));
    return shape;
  }

  /// Returns how often the nodes of a connection are read on its own day.
  ///
  /// @param name what the names of its types start with
  static int readings(SelectionCompiler selections, String name, CollectedField field) {
    var readings = new HashSet<String>();
    selections.object(
        ApiNames.connection(name),
        field.selections(),
        inner -> {
          if (inner.first().getDirectives(ApiNames.DirectiveName.AS_OF).isEmpty()) {
            readings.add(
                switch (ApiField.of(ApiField.Connection.class, inner.name())) {
                  case EDGES, PAGE_INFO -> "page of it";
                  case TOTAL_COUNT, AGGREGATE -> "totals of it";
                  case GROUPS -> inner.key();
                });
          }
          return required(inner, new Shape.Null());
        });
    return readings.size();
  }

  private int column(Parameter day) {
    return Optional.ofNullable(totalsColumns.get(day)).orElseThrow(() -> new Bug("no column"));
  }

  private static Shape.Field required(CollectedField field, Shape shape) {
    return new Shape.Field(field.key(), shape, true);
  }

  private PageQuery page(Scope scope) {
    return pages.computeIfAbsent(
        scope.day(), _ -> new PageQuery(scope, origin, arguments, columns.reserve()));
  }

  private Shape edges(Scope scope, List<SelectionSet> selected) {
    var page = page(scope);
    var reached = page.reached();
    var accounted =
        origin instanceof ConnectionSource.RelatedNodes related
            && DataSubjects.same(
                scope, scope.model().node(related.parent()), related.relationship());
    var row = new NodeContext(reached.node(), page.columns(), scope, accounted);
    var shape =
        selections.object(
            ApiNames.edge(origin.typeName(scope.model())),
            selected,
            inner ->
                switch (ApiField.of(ApiField.Edge.class, inner.name())) {
                  case CURSOR -> required(inner, new Shape.Cursor(page.place()));
                  case NODE ->
                      required(
                          inner,
                          new Shape.SameRow(selections.node(row.of(inner), inner.selections())));
                  case PROPERTIES -> required(inner, properties(row, reached, inner));
                  case SCORE ->
                      required(
                          inner,
                          page.columns()
                              .leaf(reached.score().orElseThrow(() -> new Bug("no score")), SCORE));
                });
    return new Shape.Edges(page.page(), shape.selection());
  }

  private Shape properties(NodeContext row, ConnectionRows reached, CollectedField field) {
    var edge = reached.relationship().orElseThrow(() -> SelectionCompiler.unknown(field));
    return selections.properties(row, edge, field);
  }

  private Shape pageInfo(Scope scope, List<SelectionSet> selected) {
    var page = page(scope);
    return selections.object(
        ApiNames.PAGE_INFO,
        selected,
        inner ->
            switch (ApiField.of(ApiField.PageInfo.class, inner.name())) {
              case HAS_NEXT_PAGE -> required(inner, page.info(true));
              case HAS_PREVIOUS_PAGE -> required(inner, page.info(false));
              case START_CURSOR -> new Shape.Field(inner.key(), page.end(false), false);
              case END_CURSOR -> new Shape.Field(inner.key(), page.end(true), false);
            });
  }

  private AggregateCompiler totals(Scope scope) {
    return totals.computeIfAbsent(
        scope.day(),
        day -> {
          int column = columns.reserve();
          totalsColumns.put(day, column);
          return new AggregateCompiler(
              scope, origin.reach(scope, arguments), shape -> new Shape.Nested(column, shape));
        });
  }

  private Shape aggregate(Scope scope, List<SelectionSet> selected) {
    return new AggregateSelection(
            selections, origin.type(scope.model()), (inner, _) -> totals(inner))
        .object(scope, selected, field -> new Shape.Field(field.key(), new Shape.Null(), false));
  }

  private Shape groups(Scope scope, CollectedField field) {
    var own = scope.arguments(ApiNames.connection(origin.typeName(scope.model())), field);
    var groups =
        new GroupCompiler(
            selections,
            origin.type(scope.model()),
            new AggregateCompiler(scope, origin.reach(scope, arguments), shape -> shape),
            own);
    var selection = groups.selection(field.selections());
    return new Shape.NestedObjects(columns.add(groups.column()), selection);
  }
}
