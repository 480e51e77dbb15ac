package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;

/// The columns of one query while it is compiled; what is asked twice is read once.
final class Columns {
  private final List<Column> columns = new ArrayList<>();
  private final Map<Object, Integer> values = new HashMap<>();
  private final Map<Object, Shape> shapes = new HashMap<>();

  /// Adds a column.
  ///
  /// @return its position
  int add(Column column) {
    columns.add(column);
    return columns.size() - 1;
  }

  /// Keeps a position for a column that is known later.
  int reserve() {
    return add(new Column.FirstOf(List.of()));
  }

  /// Puts a column in a place that was kept for it.
  void fill(int position, Column column) {
    columns.set(position, column);
  }

  /// Returns the position of a single value, and adds its column unless it is there.
  int value(Term term) {
    return values.computeIfAbsent(identity(term), _ -> add(new Column.Value(term)));
  }

  /// The same property can be an attribute of an interface and of a type that implements it.
  private static Object identity(Term term) {
    return term instanceof Property(var of, var attribute, var guard)
        ? List.of(of.name(), attribute.property(), guard)
        : term;
  }

  /// Returns the shape of a single value and adds its column, unless it is there.
  Shape.Leaf leaf(Term term, ValueType type) {
    return new Shape.Leaf(value(term), type);
  }

  /// Returns a shape and adds its columns, unless the same was asked before.
  ///
  /// @param key what is asked
  /// @param shape adds the columns
  Shape shared(Object key, Supplier<Shape> shape) {
    var known = shapes.get(key);
    if (known != null) {
      return known;
    }
    var made = shape.get();
    shapes.put(key, made);
    return made;
  }

  List<Column> list() {
    return List.copyOf(columns);
  }
}
