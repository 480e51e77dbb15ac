package nl.jeugdgraaf.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.conditions.Aggregates;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;

/// The query of the totals of a connection, or of its groups, and the shape of its row.
final class AggregateCompiler {
  static final ValueType COUNT = new ValueType(Scalar.BuiltIn.INT, false, true);

  private final Scope scope;
  private final ConnectionRows reached;
  private final UnaryOperator<Shape> place;
  private final Columns columns = new Columns();
  private final Aggregates totals;

  /// Values by the path of response keys at which they are selected.
  private final Map<String, Term> paths = new LinkedHashMap<>();

  /// @param scope what holds around the fields
  /// @param reached the rows
  /// @param place leads from the row in which the fields are written to the row of the totals
  AggregateCompiler(Scope scope, ConnectionRows reached, UnaryOperator<Shape> place) {
    this(scope, reached, place, new Aggregates(scope, reached.member()));
  }

  /// @param scope what holds around the fields
  /// @param reached the rows
  /// @param place leads from the row in which the fields are written to the row of the totals
  /// @param totals get what is asked
  AggregateCompiler(
      Scope scope, ConnectionRows reached, UnaryOperator<Shape> place, Aggregates totals) {
    this.scope = scope;
    this.reached = reached;
    this.place = place;
    this.totals = totals;
  }

  Scope scope() {
    return scope;
  }

  ConnectionRows reached() {
    return reached;
  }

  Columns columns() {
    return columns;
  }

  Aggregates totals() {
    return totals;
  }

  Map<String, Term> paths() {
    return paths;
  }

  /// Returns the finished column of all rows in one.
  Column column() {
    if (totals.list().isEmpty()) {
      totals.count(ApiField.Count.EDGES);
    }
    var rows = new Rows.Group(reached.rows(), reached.member(), List.of(), totals.list());
    return new Column.NestedRow(new Projection(rows, columns.list()));
  }

  Shape totalCount() {
    return place.apply(columns.leaf(totals.count(ApiField.Count.EDGES), COUNT));
  }

  /// Returns a field that shows a value of the row, and can be sorted by.
  Shape.Field leaf(String path, CollectedField field, Term term, ValueType valueType) {
    paths.put(path, term);
    var shape = place.apply(columns.leaf(term, valueType));
    return new Shape.Field(field.key(), shape, valueType.required());
  }
}
