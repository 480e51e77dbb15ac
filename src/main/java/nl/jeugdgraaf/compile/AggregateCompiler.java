package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.compile.FieldCollector.Merged;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.Statistic;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Aggregation.Over;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Source;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.schema.ConnectionType;
import nl.jeugdgraaf.schema.DistinctPaths;

/// The totals of a connection, or of each of its groups, to one query and the shape of its row.
final class AggregateCompiler {
  private static final ValueType COUNT = new ValueType(Scalar.BuiltIn.INT, false, true);

  private final SelectionCompiler selections;
  private final Scope scope;
  private final Reached reached;
  private final ConnectionType type;
  private final Columns columns = new Columns();
  private final Totals totals;

  /// Values by the path of response keys at which they are selected.
  private final Map<String, Term> paths = new LinkedHashMap<>();

  AggregateCompiler(
      SelectionCompiler selections, Scope scope, Reached reached, ConnectionType type) {
    this.selections = selections;
    this.scope = scope;
    this.reached = reached;
    this.type = type;
    this.totals = new Totals(scope, reached.member());
  }

  SelectionCompiler selections() {
    return selections;
  }

  Scope scope() {
    return scope;
  }

  Reached reached() {
    return reached;
  }

  Columns columns() {
    return columns;
  }

  Totals totals() {
    return totals;
  }

  Map<String, Term> paths() {
    return paths;
  }

  /// Returns the finished column of all rows in one.
  Column column() {
    if (totals.list().isEmpty()) {
      totals.count(false);
    }
    var rows = new Rows.Group(reached.rows(), reached.member(), List.of(), totals.list());
    return new Column.One(new Project(rows, columns.list()));
  }

  Shape totalCount() {
    return columns.leaf(totals.count(false), COUNT);
  }

  /// Returns the shape of the totals of all rows, which have no key.
  Shape object(List<SelectionSet> selected) {
    return object(selected, field -> new Shape.Field(field.key(), new Shape.Nothing(), false));
  }

  /// Compiles the key of a group.
  interface KeyField {
    Shape.Field compile(Merged field);
  }

  /// Returns the shape of totals.
  Shape.Same object(List<SelectionSet> selected, KeyField key) {
    return selections.object(
        type.name() + "Aggregate",
        selected,
        field -> {
          Scope.refuseHistory(field);
          return switch (field.name()) {
            case "key", "edgeKey" -> key.compile(field);
            case "count" -> new Shape.Field(field.key(), count(field), true);
            case "countDistinct" -> new Shape.Field(field.key(), countDistinct(field), true);
            case "node" ->
                new Shape.Field(field.key(), statistics(field, type.target(), Over.NODES), true);
            case "edge" ->
                new Shape.Field(field.key(), statistics(field, type.edge(), Over.EDGES), true);
            default -> throw SelectionCompiler.unknown(field);
          };
        });
  }

  private Shape count(Merged count) {
    return selections.object(
        "ConnectionCount",
        count.selections(),
        field ->
            leaf(
                count.key() + "." + field.key(),
                field,
                totals.count(field.name().equals("nodes")),
                COUNT));
  }

  private Shape countDistinct(Merged countDistinct) {
    var ways = DistinctPaths.of(scope.model(), type.target());
    return selections.object(
        type.target().name() + "CountDistinct",
        countDistinct.selections(),
        field -> {
          var way = ways.get(field.name());
          var total =
              way == null
                  ? totals.total(new Aggregation.Values(totals.value(field.name(), Over.NODES)))
                  : totals.related(way);
          return leaf(countDistinct.key() + "." + field.key(), field, total, COUNT);
        });
  }

  private Shape statistics(Merged over, Entity entity, Over which) {
    return selections.object(
        entity.name() + "Statistics",
        over.selections(),
        field ->
            new Shape.Field(
                field.key(), statistic(field, over.key() + "." + field.key(), which), true));
  }

  private Shape statistic(Merged field, String at, Over over) {
    var valueType = totals.type(field.name(), over);
    var parent = valueType.scalar().typeName() + "Statistics";
    return selections.object(
        parent,
        field.selections(),
        inner -> {
          var statistic = Statistic.valueOf(inner.name().toUpperCase(Locale.ROOT));
          var share = share(scope.arguments(parent, inner));
          var total = totals.statistic(statistic, field.name(), over, share);
          return leaf(
              at + "." + inner.key(),
              inner,
              total,
              statistic.result(valueType).orElseThrow(() -> SelectionCompiler.unknown(inner)));
        });
  }

  private Optional<Parameter> share(Map<String, Input> arguments) {
    return arguments.get("p") instanceof Input.Leaf share
        ? Optional.of(
            scope.binder().parameter(new Source.Within(share.source(), "percentile(p:)", 0, 1)))
        : Optional.empty();
  }

  /// Returns a field that shows a value of the row, and can be sorted by.
  Shape.Field leaf(String path, Merged field, Term term, ValueType valueType) {
    paths.put(path, term);
    return new Shape.Field(field.key(), columns.leaf(term, valueType), valueType.required());
  }

  EdgeType edgeType() {
    return type.edge();
  }
}
