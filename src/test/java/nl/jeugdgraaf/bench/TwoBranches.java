package nl.jeugdgraaf.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import nl.jeugdgraaf.store.Constraints;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// Operations that start at one key and filter or group over relationships in two branches, against
/// the statement that somebody writes by hand: in youth care, and in a model that has nothing to do
/// with it.
///
/// Both ask the same database from the same thread, in turn; ours writes JSON besides. A ratio is
/// taken in each round.
@EmptiesDatabase
class TwoBranches {
  private static final Path FOLDER = Path.of("src/test/resources/bench/branches");
  private static final double SCALE = Double.parseDouble(System.getProperty("bench.scale", "1"));
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
  private static final int ASKED_IN_ROUND = 30;
  private static final int WARM_UP = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A library of the size of a region.
  private static final List<String> LIBRARY =
      List.of(
          "UNWIND range(1, 20) AS i CREATE (:City {code: 'C' + i})",
          "UNWIND range(1, 12) AS i CREATE (:Genre {code: 'G' + i})",
          """
          UNWIND range(1, 100) AS i MATCH (c:City {code: 'C' + (1 + i % 20)})
          CREATE (:Library {code: 'L' + i})-[:IN_CITY]->(c)
          """,
          """
          UNWIND range(1, 300) AS i MATCH (g:Genre {code: 'G' + (1 + i % 12)})
          CREATE (b:Book {isbn: 'B' + i})-[:HAS_GENRE]->(g)
          """,
          """
          UNWIND range(1, 6000) AS i
          MATCH (l:Library {code: 'L' + (1 + i % 100)}), (b:Book {isbn: 'B' + (1 + i * 7 % 300)})
          CREATE (l)<-[:HELD_BY]-(:Copy {key: 'X' + i})-[:COPY_OF]->(b)
          """,
          """
          UNWIND range(1, 15000) AS i MATCH (c:City {code: 'C' + (1 + i * 11 % 20)})
          CREATE (:Member {key: 'M' + i})-[:LIVES_IN]->(c)
          """,
          """
          UNWIND range(1, 50000) AS i
          MATCH (m:Member {key: 'M' + (1 + i * 13 % 15000)}), (x:Copy {key: 'X' + (1 + i * 17 % 6000)})
          CREATE (m)-[:BORROWED]->(:Loan {key: 'U' + i})-[:OF_COPY]->(x)
          """);

  @Test
  void youthCare() throws IOException {
    var bolt = TestDatabase.empty();
    TestDatabase.loadNetwork(bolt, SCALE);
    measure("care", ApiSchema.builtIn(), bolt);
  }

  @Test
  void anotherModel() throws IOException {
    var text = Files.readString(FOLDER.resolve("library/library.graphqls"));
    var model = SchemaReader.read(List.of(new SchemaFile("library.graphqls", text)));
    var bolt = TestDatabase.empty();
    Constraints.make(bolt, model);
    LIBRARY.forEach(statement -> bolt.write(Statement.of(statement)));
    measure("library", ApiSchema.of(model), bolt);
  }

  private static void measure(String folder, ApiSchema schema, Bolt bolt) throws IOException {
    var protection = Protection.none(TestDatabase.CURSORS);
    var engine = new Engine(Planner.of(schema), bolt, protection, Limits.DEFAULT);
    engine.countGraph();
    try (var driver = TestDatabase.driver();
        var files = Files.list(FOLDER.resolve(folder))) {
      for (var file : files.filter(it -> it.toString().endsWith(".graphql")).sorted().toList()) {
        var name = file.getFileName().toString().replace(".graphql", "");
        var request = new Request(Files.readString(file), "", Map.of(), true, Caller.NOBODY);
        var written = Files.readString(file.resolveSibling(name + ".cypher"));
        var expected = byHand(driver, written);
        assertFalse(expected.isEmpty(), name);
        assertEquals(expected, ours(engine, request), name);
        report(name, engine, request, driver, written);
      }
    }
  }

  private static void report(
      String name, Engine engine, Request request, Driver driver, String written)
      throws IOException {
    times(WARM_UP, () -> engine.answer(request, OutputStream.nullOutputStream()));
    times(WARM_UP, () -> byHand(driver, written));
    var ratios = new ArrayList<Double>();
    double milliseconds = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var ours =
          times(ASKED_IN_ROUND, () -> engine.answer(request, OutputStream.nullOutputStream()));
      var limit = times(ASKED_IN_ROUND, () -> byHand(driver, written));
      ratios.add(limit / ours);
      milliseconds += limit / ASKED_IN_ROUND / ROUNDS;
    }
    ratios.sort(Comparator.naturalOrder());
    System.out.printf(
        "| %s | %.1f ms | %.2f (%.2f–%.2f) |%n",
        name, milliseconds, ratios.get(ROUNDS / 2), ratios.getFirst(), ratios.getLast());
  }

  private interface Asked {
    void ask() throws IOException;
  }

  /// Returns milliseconds.
  private static double times(int count, Asked asked) throws IOException {
    var start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      asked.ask();
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static List<String> byHand(Driver driver, String statement) {
    var values = new ArrayList<String>();
    try (var session = driver.session()) {
      session
          .run(statement, Map.of("day", (Object) AmsterdamClock.today()))
          .forEachRemaining(row -> row.values().forEach(value -> values.add(text(value))));
    }
    return values;
  }

  private static String text(Value value) {
    return value.isNull() ? "null" : value.asObject().toString();
  }

  private static List<String> ours(Engine engine, Request request) throws IOException {
    var out = new ByteArrayOutputStream();
    engine.answer(request, out);
    return leaves(JSON.readTree(out.toByteArray()).path("data")).toList();
  }

  private static Stream<String> leaves(JsonNode node) {
    if (node.isValueNode()) {
      return Stream.of(node.asText());
    }
    var inner = new ArrayList<JsonNode>();
    node.forEach(inner::add);
    return inner.stream().flatMap(TwoBranches::leaves);
  }
}
