package nl.jeugdgraaf.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.SubjectColumns;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Values;
import org.neo4j.driver.internal.InternalRecord;

/// Rows leave while records arrive, and a stored value that breaks the schema ends them.
class TableWriterTest {
  private static final int PORTION = 1_000;
  private static final int PART_BYTES = 1 << 16;
  private static final String TEXT = "x".repeat(100);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private RecordWriter writer() {
    var text = new ValueType(Scalar.BuiltIn.STRING, false, false);
    var field = new Shape.Field("name", new Shape.Leaf(0, text), false);
    var list = new Shape.Root.ObjectList("all", 0, new Shape.Selection.Fixed(List.of(field)));
    return ResponseWriter.of(
        ResponseFormat.CSV,
        new ResponseWriter.Form(List.of(list), List.of(SubjectColumns.NONE)),
        Map.of(),
        new CursorEncoder(Cursors.ofThisProcess(), Map.of()),
        new ResponseSink(out, _ -> {}));
  }

  private static Record portion(Object... names) {
    var rows = List.of(names).stream().map(name -> Values.value(List.of(name))).toList();
    return new InternalRecord(
        List.of("query", "row"),
        List.of(Values.value(0), Values.value(List.of(Values.value(rows)))));
  }

  private static Record texts() {
    return portion(Collections.nCopies(PORTION, TEXT).toArray());
  }

  @Test
  void rowsLeaveWhileTheyArrive() throws IOException {
    var writer = writer();
    for (int i = 0; i < 30; i++) {
      writer.accept(texts());
      long rows = (i + 1L) * PORTION * (TEXT.length() + 4);
      assertTrue(
          rows < (1 << 20) || rows - out.size() < 2 * PART_BYTES, "kept " + (rows - out.size()));
    }
    writer.end();
    assertEquals(1 + 30 * PORTION, out.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void aBrokenValueIsAProblemAtItsPlace() throws IOException {
    var writer = writer();
    writer.accept(portion("a", "b"));
    var refused = assertThrows(ProblemException.class, () -> writer.accept(portion("c", 1)));
    assertEquals(Code.BAD_VALUE, refused.problems().getFirst().code());
    assertEquals(List.of("all", 3, "name"), refused.problems().getFirst().place().path());
    assertEquals(0, out.size());
  }

  @Test
  void aBrokenValueEndsAlsoRowsThatLeft() throws IOException {
    var writer = writer();
    for (int i = 0; i < 20; i++) {
      writer.accept(texts());
    }
    assertTrue(out.size() > 0);
    assertThrows(ProblemException.class, () -> writer.accept(portion(1)));
  }
}
