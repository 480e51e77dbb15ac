package nl.jeugdgraaf.execute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import org.neo4j.driver.Value;

/// Writes values of a response out of rows, by their shape.
///
/// A value that breaks the schema's promise becomes a problem with its path, and null reaches the
/// nearest field that may be null (GraphQL specification, section 6.4.4). For one thread and one
/// response.
final class ValueWriter {
  /// Problems that are told one by one.
  private static final int PROBLEMS_MAX = 100;

  private final JsonBuffer json;
  private final CursorEncoder places;
  private final List<Met> problems = new ArrayList<>();
  private long problemsLeftOut;

  /// A problem. Its path grows from its end as the writer leaves the objects around it, so that
  /// values without one pay nothing for it.
  ///
  /// @param code what kind
  /// @param message for the reader
  /// @param path keys and positions, so far
  private record Met(Code code, String message, Deque<Object> path) {
    Problem problem() {
      return new Problem(
          code,
          message,
          new Problem.Place(List.of(), List.copyOf(path), "", "", Problem.Coordinate.NONE));
    }
  }

  /// @param json where to write
  /// @param places makes cursors
  ValueWriter(JsonBuffer json, CursorEncoder places) {
    this.json = json;
    this.places = places;
  }

  /// Returns what went wrong so far.
  List<Problem> problems() {
    var all = new ArrayList<>(problems.stream().map(Met::problem).toList());
    if (problemsLeftOut > 0) {
      all.add(Problem.of(Code.BAD_VALUE, "And %d more.".formatted(problemsLeftOut)));
    }
    return all;
  }

  /// Writes an element of a list at the root.
  ///
  /// @return false if one of its required fields is null, so that it must not be there
  boolean element(String key, int position, Shape.Selection selection, Value row) {
    int before = problems.size();
    var there = object(selection, row);
    under(position, before);
    under(key, before);
    return there;
  }

  /// Writes a field at the root, or null.
  ///
  /// @return false if it is null
  boolean root(Shape.Field field, Value row) {
    int before = problems.size();
    var there = field(field, row);
    under(field.key(), before);
    return there;
  }

  /// Writes a row, or null.
  void row(Shape shape, Value row) {
    field(new Shape.Field("", shape, false), row);
  }

  /// Writes an object.
  ///
  /// @return false if one of its required fields is null, so that it must not be there
  private boolean object(Shape.Selection selection, Value row) {
    var fields =
        switch (selection) {
          case Shape.Selection.Fixed fixed -> Optional.of(fixed);
          case Shape.Selection.ByType byType -> ofType(byType, row);
        };
    return fields.isPresent() && object(fields.get(), row);
  }

  private Optional<Shape.Selection.Fixed> ofType(Shape.Selection.ByType byType, Value row) {
    for (var label : row.get(byType.labelsColumn()).values()) {
      var fixed = byType.byType().get(label.asString());
      if (fixed != null) {
        return Optional.of(fixed);
      }
    }
    problem(Code.BAD_VALUE, "A node has no label of a type that the schema knows.");
    return Optional.empty();
  }

  private boolean object(Shape.Selection.Fixed selection, Value row) {
    json.raw('{');
    var fields = selection.fields();
    for (int i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      if (i > 0) {
        json.raw(',');
      }
      json.key(field.key());
      int before = problems.size();
      var there = field(field, row);
      under(field.key(), before);
      if (!there && field.required()) {
        return false;
      }
    }
    json.raw('}');
    return true;
  }

  /// Writes the value of a field, or null.
  ///
  /// @return false if it is null
  private boolean field(Shape.Field field, Value row) {
    int mark = json.mark();
    var there = value(field.shape(), row);
    if (!there) {
      json.cut(mark);
      json.nothing();
      if (field.required()) {
        missing(field.shape(), row);
      }
    }
    return there;
  }

  /// Writes a value.
  ///
  /// @return false if it is null, or became null by an error
  private boolean value(Shape shape, Value row) {
    return switch (shape) {
      case Shape.Leaf(var column, var type) -> leaf(row.get(column), type);
      case Shape.Constant(var text) -> {
        json.string(text);
        yield true;
      }
      case Shape.Null() -> false;
      case Shape.Id(var column, var type, var beside) -> nodeId(row.get(column), type, beside, row);
      case Shape.IdOfType(var type, var keys, var beside) -> {
        var name = row.get(type).isNull() ? "" : row.get(type).asString();
        var column = keys.get(name);
        yield column != null && nodeId(row.get(column), name, beside, row);
      }
      case Shape.SameRow(var selection) -> object(selection, row);
      case Shape.Nested(var column, var inner) ->
          !row.get(column).isNull() && value(inner, row.get(column));
      case Shape.OptionalObject(var column, var selection) ->
          row.get(column).isTrue() && object(selection, row);
      case Shape.ValueList(var column, var element) -> elements(element, row.get(column));
      case Shape.Edges(var page, var selection) -> edges(page, selection, row.get(page.column()));
      case Shape.PageInfo(var page, var fact) -> pageInfo(page, fact, row.get(page.column()));
      case Shape.Cursor(var place) -> {
        json.string(places.cursor(place, row));
        yield true;
      }
      case Shape.NestedObject(var column, var selection) ->
          !row.get(column).isNull() && object(selection, row.get(column));
      case Shape.NestedObjects(var column, var selection) -> objects(selection, row.get(column));
    };
  }

  private boolean objects(Shape.Selection selection, Value rows) {
    json.raw('[');
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      int before = problems.size();
      var there = object(selection, rows.get(i));
      under(i, before);
      if (!there) {
        return false;
      }
    }
    json.raw(']');
    return true;
  }

  private boolean nodeId(Value key, String type, Shape.IdContext beside, Value row) {
    if (key.isNull()) {
      return false;
    }
    var asOf = beside.day().map(row::get).filter(day -> !day.isNull()).map(Value::asLocalDate);
    var id = new GlobalId(type, key.asObject().toString(), asOf);
    var others = beside.others().stream().map(column -> row.get(column).toString()).toList();
    json.string(others.isEmpty() ? id.text() : id.textBeside(others.toString()));
    return true;
  }

  private boolean elements(Shape element, Value rows) {
    json.raw('[');
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      int before = problems.size();
      field(new Shape.Field("", element, false), rows.get(i));
      under(i, before);
    }
    json.raw(']');
    return true;
  }

  private boolean edges(Shape.PageRows page, Shape.Selection selection, Value rows) {
    json.raw('[');
    int size = Math.min(rows.size(), places.size(page));
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        json.raw(',');
      }
      int before = problems.size();
      var there = object(selection, rows.get(page.backward() ? size - 1 - i : i));
      under(i, before);
      if (!there) {
        return false;
      }
    }
    json.raw(']');
    return true;
  }

  private boolean pageInfo(Shape.PageRows page, Shape.Fact fact, Value rows) {
    int size = Math.min(rows.size(), places.size(page));
    return switch (fact) {
      case Shape.Fact.More(var next) -> {
        var ahead = next != page.backward();
        var more = ahead ? rows.size() > size : page.resumed();
        json.raw(Boolean.toString(more));
        yield true;
      }
      case Shape.Fact.End(var last, var place) -> {
        if (size > 0) {
          var row = rows.get(last != page.backward() ? size - 1 : 0);
          json.string(places.cursor(place, row));
        }
        yield size > 0;
      }
    };
  }

  private boolean leaf(Value value, ValueType type) {
    if (value.isNull()) {
      return false;
    }
    return type.list() ? leaves(value, type) : single(value, type);
  }

  private boolean leaves(Value values, ValueType type) {
    if (!ScalarWriter.isList(values)) {
      return wrong(type);
    }
    json.raw('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      int before = problems.size();
      var fits = single(values.get(i), type);
      under(i, before);
      if (!fits) {
        return false;
      }
    }
    json.raw(']');
    return true;
  }

  private boolean single(Value value, ValueType type) {
    return ScalarWriter.write(json, value, type.scalar()) || wrong(type);
  }

  private boolean wrong(ValueType type) {
    problem(
        Code.BAD_VALUE, "The stored value is not of type %s.".formatted(type.scalar().typeName()));
    return false;
  }

  /// Notes that a required value is not stored; a value that broke has its own problem.
  private void missing(Shape shape, Value row) {
    if (shape instanceof Shape.Leaf(var column, _) && row.get(column).isNull()) {
      problem(Code.NULL_VALUE, "The schema promises a value here, but none is stored.");
    }
  }

  /// Reports the problems of a value at its place in the response.
  ///
  /// @param place key or position of the value
  /// @param before how many problems there were before it
  private void under(Object place, int before) {
    for (int i = before; i < problems.size(); i++) {
      problems.get(i).path().addFirst(place);
    }
  }

  private void problem(Code code, String message) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new Met(code, message, new ArrayDeque<>()));
    } else {
      problemsLeftOut++;
    }
  }
}
