package nl.jeugdgraaf.execute;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.SubjectColumns;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Writes a GraphQL response out of records as they arrive, by the shape that the plan fixed.
///
/// Nothing is kept but the current row and what is not handed over yet. Values that break the
/// schema's promise become field errors, and null reaches the nearest field that may be null
/// (GraphQL specification, section 6.4.4). That is exact as long as the response is not larger than
/// the first part; where a broken value is met later and would turn what was already sent into
/// null, the response is cut off instead. For one thread and one response.
public final class ResponseWriter implements RecordWriter {
  /// Bytes that are kept back before the first are handed over.
  static final int FIRST_PART_BYTES = 1 << 20;

  /// Bytes that are collected between two hand-overs after that.
  static final int PART_BYTES = 1 << 16;

  private final List<Shape.Root> response;
  private final int queries;
  private final Map<String, @Nullable Object> introspection;
  private final Optional<Cost> cost;
  private final ResponseSink out;
  private final JsonBuffer json = new JsonBuffer();
  private final ValueWriter values;
  private final SubjectCollector subjects;
  private int root;
  private int rowsOfRoot;
  private boolean sent;
  private boolean dataIsNull;

  /// How rows become a response.
  ///
  /// @param fields the fields at the root, in order
  /// @param subjects columns of youths: by the position of the query of a field, and at the end
  ///   those behind conditions
  /// @param cost what the response says of its cost; absent where nobody asks
  public record Form(List<Shape.Root> fields, List<SubjectColumns> subjects, Optional<Cost> cost) {
    /// Creates a form that says nothing of its cost.
    ///
    /// @param fields the fields at the root, in order
    /// @param subjects columns of youths
    public Form(List<Shape.Root> fields, List<SubjectColumns> subjects) {
      this(fields, subjects, Optional.empty());
    }

    /// Copies the lists.
    public Form {
      fields = List.copyOf(fields);
      subjects = List.copyOf(subjects);
    }

    /// Returns how many queries the fields have.
    private int queries() {
      return (int)
          fields.stream()
              .filter(field ->
                  !(field instanceof Shape.Root.TypeName
                      || field instanceof Shape.Root.ServiceField))
              .count();
    }
  }

  /// What an operation costs the database.
  ///
  /// @param estimated nodes and relationships that it reads, estimated before it ran
  /// @param allowed how many the caller may read
  public record Cost(long estimated, long allowed) {}

  /// {@return a writer in a format}
  ///
  /// @param format the format
  /// @param form how rows become a response, and which columns hold youths
  /// @param answers values of service fields, by response key
  /// @param places makes cursors
  /// @param out where to write; told beforehand about whom bytes reveal something
  /// @throws ProblemException `NOT_ACCEPTABLE` if the operation has no rows of that format
  public static RecordWriter of(
      ResponseFormat format,
      Form form,
      Map<String, @Nullable Object> answers,
      CursorEncoder places,
      ResponseSink out) {
    return format == ResponseFormat.JSON
        ? new ResponseWriter(form, answers, places, out)
        : new TableWriter(form, answers, places, format, out);
  }

  /// Creates a writer.
  ///
  /// @param form how rows become a response, and which columns hold youths
  /// @param introspection values of fields about the schema, by response key
  /// @param places makes cursors
  /// @param out where to write; told beforehand about whom they reveal something
  public ResponseWriter(
      Form form,
      Map<String, @Nullable Object> introspection,
      CursorEncoder places,
      ResponseSink out) {
    this.response = form.fields();
    this.cost = form.cost();
    this.queries = form.queries();
    this.subjects = new SubjectCollector(form.subjects());
    this.introspection = introspection;
    this.values = new ValueWriter(json, places);
    this.out = out;
    json.raw("{\"data\":{");
  }

  @Override
  public void accept(Record row) throws IOException {
    subjects.accept(row);
    if (dataIsNull || row.get(0).asInt() == queries) {
      return;
    }
    advance(row.get(0).asInt());
    switch (response.get(root)) {
      case Shape.Root.ObjectList(var key, _, var selection) -> {
        var portion = row.get(1).get(0);
        for (int i = 0; i < portion.size() && !dataIsNull; i++) {
          if (rowsOfRoot == 0) {
            open(key);
            json.raw('[');
          } else {
            json.raw(',');
          }
          dataIsNull = !values.element(key, rowsOfRoot, selection, portion.get(i));
          rowsOfRoot++;
        }
      }
      case Shape.Root.SingleValue(var key, _, var field) -> {
        open(key);
        dataIsNull = !values.root(field, row.get(1)) && field.required();
      }
      case Shape.Root.TypeName _, Shape.Root.ServiceField _ ->
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

  @Override
  public void end() throws IOException {
    if (!dataIsNull) {
      while (root < response.size()) {
        close();
      }
      json.raw('}');
    }
    problems();
    cost.ifPresent(of -> {
      json.raw(",\"extensions\":{\"cost\":");
      json.value(Map.of("estimated", of.estimated(), "allowed", of.allowed()));
      json.raw('}');
    });
    json.raw('}');
    send();
  }

  private void send() throws IOException {
    out.leaving().accept(subjects.take());
    json.drainTo(out.stream());
    sent = true;
  }

  private void problems() {
    var problems = values.problems();
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
      case Shape.Root.ObjectList rows -> rows.project() == project;
      case Shape.Root.SingleValue value -> value.project() == project;
      case Shape.Root.TypeName _, Shape.Root.ServiceField _ -> false;
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
      case Shape.Root.ObjectList(var key, _, _) -> {
        if (rowsOfRoot == 0) {
          open(key);
          json.raw('[');
        }
        json.raw(']');
      }
      case Shape.Root.SingleValue _ -> {}
      case Shape.Root.TypeName(var key, var text) -> {
        open(key);
        json.string(text);
      }
      case Shape.Root.ServiceField(var key) -> {
        open(key);
        json.value(introspection.get(key));
      }
    }
    root++;
    rowsOfRoot = 0;
  }
}
