package nl.jeugdgraaf.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/// The one list of an operation, whose elements are rows: its field at the root, or below it the
/// only field of an object.
///
/// @param path response keys down to the list
/// @param steps the objects on the way, from the value of the field at the root
/// @param list the list
/// @param element a row
record RowList(List<String> path, List<Shape> steps, Shape list, Shape element) {
  /// Copies the lists.
  RowList {
    path = List.copyOf(path);
    steps = List.copyOf(steps);
  }

  /// Finds the list.
  ///
  /// @param fields the fields at the root
  /// @throws ProblemException `NOT_ACCEPTABLE` if there is none, or more is asked beside it
  static RowList of(List<Shape.Root> fields) {
    return switch (one(fields)) {
      case Shape.Root.ObjectList(var key, _, var selection) ->
          below(List.of(key), List.of(), new Shape.NestedObjects(0, selection));
      case Shape.Root.SingleValue(var key, _, var field) ->
          below(List.of(key), List.of(), field.shape());
      case Shape.Root.TypeName _, Shape.Root.ServiceField _ -> throw refused(List.of());
    };
  }

  /// Finds the list of paths, also of one.
  ///
  /// @param fields the fields at the root
  /// @throws ProblemException `NOT_ACCEPTABLE` if there are several
  static RowList ofPaths(List<Shape.Root> fields) {
    return one(fields) instanceof Shape.Root.SingleValue(var key, _, var field)
            && field.shape() instanceof Shape.NestedObject(_, var selection)
        ? new RowList(List.of(key), List.of(), field.shape(), new Shape.SameRow(selection))
        : of(fields);
  }

  /// Returns the only field at the root.
  ///
  /// @throws ProblemException `NOT_ACCEPTABLE` if there are several
  static Shape.Root one(List<Shape.Root> fields) {
    if (fields.size() != 1) {
      throw refused(List.of());
    }
    return fields.getFirst();
  }

  private static RowList below(List<String> path, List<Shape> steps, Shape shape) {
    return switch (shape) {
      case Shape.NestedObjects(_, var selection) ->
          new RowList(path, steps, shape, new Shape.SameRow(selection));
      case Shape.Edges(_, var selection) ->
          new RowList(path, steps, shape, new Shape.SameRow(selection));
      case Shape.ValueList(_, var element) -> new RowList(path, steps, shape, element);
      case Shape.Nested(_, var inner) -> below(path, and(steps, shape), inner);
      case Shape.SameRow(var selection) -> only(path, and(steps, shape), selection);
      case Shape.OptionalObject(_, var selection) -> only(path, and(steps, shape), selection);
      case Shape.NestedObject(_, var selection) -> only(path, and(steps, shape), selection);
      case Shape.Leaf _, Shape.Id _, Shape.IdOfType _, Shape.Null _ -> throw refused(path);
      case Shape.PageInfo _, Shape.Cursor _, Shape.Constant _ -> throw refused(path);
    };
  }

  private static RowList only(List<String> path, List<Shape> steps, Shape.Selection selection) {
    if (selection instanceof Shape.Selection.Fixed(var fields) && fields.size() == 1) {
      var field = fields.getFirst();
      return below(and(path, field.key()), steps, field.shape());
    }
    throw refused(path);
  }

  private static <T> List<T> and(List<T> some, T more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  static ProblemException refused(List<String> path) {
    var where = path.isEmpty() ? "" : " " + String.join(".", path) + " is not a list.";
    return new ProblemException(
        Code.NOT_ACCEPTABLE,
        "Rows need an operation with one field that is a list, or a connection of which only edges"
            + " or groups are asked, and nothing beside it."
            + where
            + " Leave the rest out, or accept application/json.");
  }

  /// Returns the rows of a value of the field at the root.
  ///
  /// @param root the row in which the value is
  /// @param places knows how large a page is
  List<Value> rows(Value root, CursorEncoder places) {
    var row = root;
    for (var step : steps) {
      row =
          switch (step) {
            case Shape.Nested(int column, _) -> row.get(column);
            case Shape.NestedObject(int column, _) -> row.get(column);
            case Shape.OptionalObject(int column, _) ->
                row.get(column).isTrue() ? row : Values.NULL;
            default -> row;
          };
      if (row.isNull()) {
        return List.of();
      }
    }
    return switch (list) {
      case Shape.NestedObjects(int column, _) -> all(row.get(column));
      case Shape.NestedObject(int column, _) ->
          row.get(column).isNull() ? List.of() : List.of(row.get(column));
      case Shape.ValueList(int column, _) -> all(row.get(column));
      case Shape.Edges(var page, _) -> page(page, all(row.get(page.column())), places.size(page));
      default -> List.of();
    };
  }

  private static List<Value> all(Value list) {
    return IntStream.range(0, list.size()).mapToObj(list::get).toList();
  }

  private static List<Value> page(Shape.PageRows page, List<Value> rows, int size) {
    var some = rows.subList(0, Math.min(rows.size(), size));
    return page.backward() ? some.reversed() : some;
  }

  /// Returns the one list in the answer of a service field.
  ///
  /// @throws ProblemException `NOT_ACCEPTABLE` if there is none
  static List<?> of(String key, @Nullable Object answer) {
    return switch (answer) {
      case List<?> rows -> rows;
      case Map<?, ?> map when map.size() == 1 ->
          of(map.keySet().iterator().next().toString(), map.values().iterator().next());
      case null, default -> throw refused(List.of(key));
    };
  }
}
