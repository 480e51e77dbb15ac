package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Writes the rows of the one list of an operation out of records as they arrive.
///
/// Rows come whole or not at all: a stored value that breaks the schema's promise ends the answer.
/// What is kept back and recorded is the same as for [ResponseWriter].
final class TableWriter implements RecordWriter {
  private final ResponseSink out;
  private final JsonBuffer json = new JsonBuffer();
  private final CursorEncoder places;
  private final ValueWriter values;
  private final SubjectCollector subjects;
  private final Optional<RowList> list;
  private final List<?> ready;
  private final RowEncoder rows;
  private int written;
  private boolean sent;

  /// @param form how rows become a response, and which columns hold youths
  /// @param answers values of service fields, by response key
  /// @param places makes cursors
  /// @param format how rows are written
  /// @param out where to write; told beforehand about whom rows reveal something
  /// @throws ProblemException `NOT_ACCEPTABLE` if the operation has no rows of that format
  TableWriter(
      ResponseWriter.Form form,
      Map<String, @Nullable Object> answers,
      CursorEncoder places,
      ResponseFormat format,
      ResponseSink out) {
    this.out = out;
    this.places = places;
    this.values = new ValueWriter(json, places);
    this.subjects = new SubjectCollector(form.subjects());
    if (RowList.one(form.fields()) instanceof Shape.Root.ServiceField(var key)) {
      this.list = Optional.empty();
      this.ready =
          format == ResponseFormat.GRAPHML
              ? List.of(GraphMlNetwork.of(answers.get(key)))
              : RowList.of(key, answers.get(key));
    } else {
      this.list =
          Optional.of(
              format == ResponseFormat.GRAPHML
                  ? RowList.ofPaths(form.fields())
                  : RowList.of(form.fields()));
      this.ready = List.of();
    }
    this.rows = encoder(format);
  }

  private RowEncoder encoder(ResponseFormat format) {
    var element = list.map(RowList::element);
    return switch (format) {
      case CSV -> new CsvRows(element.map(RowColumns::of).orElseGet(() -> RowColumns.of(trees())));
      case GRAPHML ->
          element
              .<RowEncoder>map(GraphMlPaths::new)
              .orElseGet(() -> new GraphMlNetwork(trees().getFirst()));
      case NDJSON, JSON -> new JsonLines(json);
    };
  }

  private List<JsonNode> trees() {
    var trees = new ArrayList<JsonNode>();
    for (var row : ready) {
      json.value(row);
      trees.add(json.toTree());
      json.cut(0);
    }
    return trees;
  }

  @Override
  public void accept(Record row) throws IOException {
    subjects.accept(row);
    if (list.isEmpty() || row.get(0).asInt() > 0) {
      return;
    }
    for (var value : list.get().rows(row.get(1), places)) {
      write(list.get(), value);
      if (rows.size() > (sent ? ResponseWriter.PART_BYTES : ResponseWriter.FIRST_PART_BYTES)) {
        send();
      }
    }
  }

  private void write(RowList of, Value value) {
    values.row(of.element(), value);
    if (!values.problems().isEmpty()) {
      throw new ProblemException(
          values.problems().stream().map(problem -> at(of.path(), problem)).toList());
    }
    rows.row(json);
    written++;
  }

  private Problem at(List<String> path, Problem problem) {
    var row = new ArrayList<Object>(path);
    row.add(written);
    return problem.at(problem.place().below(row));
  }

  @Override
  public void end() throws IOException {
    for (var row : ready) {
      json.value(row);
      rows.row(json);
    }
    rows.end();
    send();
  }

  private void send() throws IOException {
    out.leaving().accept(subjects.take());
    rows.drainTo(out.stream());
    sent = true;
  }
}
