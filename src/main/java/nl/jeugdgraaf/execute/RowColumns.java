package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The columns of a table: each single value of a row, named by the response keys that lead to it.
///
/// @param paths response keys by name, in order
record RowColumns(Map<String, List<String>> paths) {
  /// Returns the columns of rows of a shape. Rows of several types have those of all.
  ///
  /// @throws ProblemException `NOT_ACCEPTABLE` if a row holds a list
  static RowColumns of(Shape row) {
    var found = new Found();
    found.add(List.of(), row);
    return found.all();
  }

  /// Returns the columns that any of some rows has. Elements of a list have one each, numbered from
  /// 1.
  static RowColumns of(List<JsonNode> rows) {
    var found = new Found();
    rows.forEach(row -> found.add(List.of(), row));
    return found.all();
  }

  /// Returns the value of a column.
  static JsonNode value(JsonNode row, List<String> path) {
    var value = row;
    for (var key : path) {
      value = value.isArray() ? value.path(Integer.parseInt(key) - 1) : value.path(key);
    }
    return value;
  }

  private static final class Found {
    private final Map<String, List<String>> paths = new LinkedHashMap<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();

    /// What one row or type lacks can be an object in another.
    private RowColumns all() {
      missing.forEach((name, path) -> {
        if (paths.keySet().stream().noneMatch(other -> other.startsWith(name + "."))) {
          paths.putIfAbsent(name, path);
        }
      });
      return new RowColumns(paths);
    }

    private void add(List<String> path, JsonNode value) {
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          add(and(path, String.valueOf(i + 1)), value.path(i));
        }
      } else if (value.isObject()) {
        value.properties().forEach(field -> add(and(path, field.getKey()), field.getValue()));
      } else if (value.isNull()) {
        missing.put(String.join(".", path), path);
      } else {
        put(path);
      }
    }

    private void add(List<String> path, Shape shape) {
      switch (shape) {
        case Shape.Leaf(_, var type) when type.list() -> throw refused(path);
        case Shape.NestedObjects _, Shape.Edges _, Shape.ValueList _ -> throw refused(path);
        case Shape.Nested(_, var inner) -> add(path, inner);
        case Shape.SameRow(var selection) -> add(path, selection);
        case Shape.OptionalObject(_, var selection) -> add(path, selection);
        case Shape.NestedObject(_, var selection) -> add(path, selection);
        case Shape.Null _ -> missing.put(String.join(".", path), path);
        case Shape.Leaf _, Shape.Id _, Shape.IdOfType _ -> put(path);
        case Shape.PageInfo _, Shape.Cursor _, Shape.Constant _ -> put(path);
      }
    }

    private void add(List<String> path, Shape.Selection selection) {
      switch (selection) {
        case Shape.Selection.Fixed(var fields) ->
            fields.forEach(field -> add(and(path, field.key()), field.shape()));
        case Shape.Selection.ByType(_, var byType) ->
            byType.values().forEach(fixed -> add(path, fixed));
      }
    }

    private void put(List<String> path) {
      paths.putIfAbsent(String.join(".", path), path);
    }

    private static List<String> and(List<String> path, String key) {
      var longer = new ArrayList<>(path);
      longer.add(key);
      return List.copyOf(longer);
    }

    private static ProblemException refused(List<String> path) {
      return new ProblemException(
          Code.NOT_ACCEPTABLE,
          String.join(".", path)
              + " is a list, which has no place in a row of a table. Leave it out, ask for it as"
              + " the list of the operation, or accept application/x-ndjson.");
    }
  }
}
