package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Shape;

/// The columns of one query while it is compiled; what is asked twice is read once.
final class Columns {
  private final List<Column> columns = new ArrayList<>();
  private final Map<Object, Shape> shapes = new HashMap<>();

  /// Adds a column.
  ///
  /// @return its position
  int add(Column column) {
    columns.add(column);
    return columns.size() - 1;
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
