package nl.jeugdgraaf.execute;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.GlobalId;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Writes a GraphQL response out of records as they arrive, by the shape that the plan fixed.
///
/// Nothing is kept but the current row and what is not handed over yet. Values that break the
/// schema's promise become field errors, and null reaches the nearest field that may be null
/// (GraphQL specification, section 6.4.4). That is exact as long as the response is not larger than
/// the first part; where a broken value is met later and would turn what was already sent into
/// null, the response is cut off instead. For one thread and one response.
public final class ResponseWriter {
  /// Bytes that are kept back before the first are handed over.
  private static final int FIRST_PART_BYTES = 1 << 20;

  /// Bytes that are collected between two hand-overs after that.
  private static final int PART_BYTES = 1 << 16;

  /// Problems that are told one by one.
  private static final int PROBLEMS_MAX = 100;

  private final List<Shape.Root> response;
  private final Map<String, @Nullable Object> introspection;
  private final Places places;
  private final OutputStream out;
  private final JsonBuffer json = new JsonBuffer();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Object> path = new ArrayList<>();
  private int root;
  private int rowsOfRoot;
  private long problemsLeftOut;
  private boolean sent;
  private boolean dataIsNull;

  /// Creates a writer.
  ///
  /// @param response the fields at the root, in order
  /// @param introspection values of fields about the schema, by response key
  /// @param places makes cursors
  /// @param out where to write
  public ResponseWriter(
      List<Shape.Root> response,
      Map<String, @Nullable Object> introspection,
      Places places,
      OutputStream out) {
    this.response = response;
    this.introspection = introspection;
    this.places = places;
    this.out = out;
    json.raw("{\"data\":{");
  }

  /// Writes one record.
  ///
  /// @param row position of the root query in the plan, and the list of its column values
  /// @throws IOException if the client went away
  public void accept(Record row) throws IOException {
    if (dataIsNull) {
      return;
    }
    advance(row.get(0).asInt());
    rowsOfRoot++;
    switch (response.get(root)) {
      case Shape.Root.Rows(var key, _, var selection) -> {
        if (rowsOfRoot == 1) {
          open(key);
          json.raw('[');
        } else {
          json.raw(',');
        }
        path.add(key);
        path.add(rowsOfRoot - 1);
        dataIsNull = !object(selection, row.get(1));
        path.clear();
      }
      case Shape.Root.Row(var key, _, var selection) -> {
        if (rowsOfRoot == 1) {
          open(key);
          path.add(key);
          one(selection, row.get(1));
          path.clear();
        }
      }
      case Shape.Root.Value(var key, _, var field) -> {
        open(key);
        path.add(key);
        dataIsNull = !field(field, row.get(1)) && field.required();
        path.clear();
      }
      case Shape.Root.Constant _, Shape.Root.Introspection _ ->
          throw new IllegalStateException("a record for a field without a query");
    }
    if (dataIsNull) {
      takeBack();
    } else if (json.mark() > (sent ? PART_BYTES : FIRST_PART_BYTES)) {
      send();
    }
  }

  /// Forgets what was written, because a required field at the root became null.
  private void takeBack() {
    if (sent) {
      throw new ProblemException(
          Code.NULL_VALUE, "A stored value breaks the schema; the answer was cut off.");
    }
    json.cut(0);
    json.raw("{\"data\":null");
  }

  /// Writes the end of the response.
  ///
  /// @throws IOException if the client went away
  public void end() throws IOException {
    if (!dataIsNull) {
      while (root < response.size()) {
        close();
      }
      json.raw('}');
    }
    problems();
    json.raw('}');
    send();
  }

  private void send() throws IOException {
    json.drainTo(out);
    sent = true;
  }

  private void problems() {
    if (problemsLeftOut > 0) {
      problems.add(Problem.of(Code.BAD_VALUE, "And %d more.".formatted(problemsLeftOut)));
    }
    if (!problems.isEmpty()) {
      json.raw(",\"errors\":");
      ProblemJson.write(json, problems);
    }
  }

  /// Closes root fields up to the one whose query has the position.
  private void advance(int project) {
    while (!reads(response.get(root), project)) {
      close();
    }
  }

  private static boolean reads(Shape.Root field, int project) {
    return switch (field) {
      case Shape.Root.Rows rows -> rows.project() == project;
      case Shape.Root.Row row -> row.project() == project;
      case Shape.Root.Value value -> value.project() == project;
      case Shape.Root.Constant _, Shape.Root.Introspection _ -> false;
    };
  }

  private void open(String key) {
    if (root > 0) {
      json.raw(',');
    }
    json.key(key);
  }

  /// Ends the current root field, also where no record came for it.
  private void close() {
    switch (response.get(root)) {
      case Shape.Root.Rows(var key, _, _) -> {
        if (rowsOfRoot == 0) {
          open(key);
          json.raw('[');
        }
        json.raw(']');
      }
      case Shape.Root.Row(var key, _, _) -> {
        if (rowsOfRoot == 0) {
          open(key);
          json.nothing();
        }
      }
      case Shape.Root.Value _ -> {}
      case Shape.Root.Constant(var key, var text) -> {
        open(key);
        json.string(text);
      }
      case Shape.Root.Introspection(var key) -> {
        open(key);
        json.value(introspection.get(key));
      }
    }
    root++;
    rowsOfRoot = 0;
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
      path.add(field.key());
      var there = field(field, row);
      path.removeLast();
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
      case Shape.Nothing() -> false;
      case Shape.NodeId(var column, var type) -> nodeId(row.get(column), type);
      case Shape.Same(var selection) -> object(selection, row);
      case Shape.In(var column, var inner) ->
          !row.get(column).isNull() && value(inner, row.get(column));
      case Shape.Found(var column, var selection) ->
          row.get(column).isTrue() && object(selection, row);
      case Shape.Elements(var column, var element) -> elements(element, row.get(column));
      case Shape.Edges(var page, var selection) -> edges(page, selection, row.get(page.column()));
      case Shape.PageInfo(var page, var fact) -> pageInfo(page, fact, row.get(page.column()));
      case Shape.Cursor(var place) -> {
        json.string(places.cursor(place, row));
        yield true;
      }
      case Shape.One(var column, var selection) ->
          !row.get(column).isNull() && object(selection, row.get(column));
      case Shape.Many(var column, var selection) -> objects(selection, row.get(column));
    };
  }

  private void one(Shape.Selection selection, Value row) {
    int mark = json.mark();
    if (!object(selection, row)) {
      json.cut(mark);
      json.nothing();
    }
  }

  private boolean objects(Shape.Selection selection, Value rows) {
    json.raw('[');
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      path.add(i);
      var there = object(selection, rows.get(i));
      path.removeLast();
      if (!there) {
        return false;
      }
    }
    json.raw(']');
    return true;
  }

  private boolean nodeId(Value key, String type) {
    if (key.isNull()) {
      return false;
    }
    json.string(new GlobalId(type, key.asObject().toString()).text());
    return true;
  }

  private boolean elements(Shape element, Value rows) {
    json.raw('[');
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      path.add(i);
      field(new Shape.Field("", element, false), rows.get(i));
      path.removeLast();
    }
    json.raw(']');
    return true;
  }

  private boolean edges(Shape.Page page, Shape.Selection selection, Value rows) {
    json.raw('[');
    int size = Math.min(rows.size(), places.size(page));
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        json.raw(',');
      }
      path.add(i);
      var there = object(selection, rows.get(page.backward() ? size - 1 - i : i));
      path.removeLast();
      if (!there) {
        return false;
      }
    }
    json.raw(']');
    return true;
  }

  private boolean pageInfo(Shape.Page page, Shape.Fact fact, Value rows) {
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
    if (!LeafWriter.isList(values)) {
      return wrong(type);
    }
    json.raw('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      path.add(i);
      var fits = single(values.get(i), type);
      path.removeLast();
      if (!fits) {
        return false;
      }
    }
    json.raw(']');
    return true;
  }

  private boolean single(Value value, ValueType type) {
    return LeafWriter.write(json, value, type.scalar()) || wrong(type);
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

  private void problem(Code code, String message) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new Problem(code, message, List.of(), path));
    } else {
      problemsLeftOut++;
    }
  }
}
