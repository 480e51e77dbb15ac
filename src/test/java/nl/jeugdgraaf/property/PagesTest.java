package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.property.draw.Deletion;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.reference.PagedConnection;
import nl.jeugdgraaf.property.reference.PagedConnection.Rows;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Pages that follow each other make the whole list, whichever way they are read, and whatever is
/// written meanwhile beside their order.
///
/// `-Dpages.graphs`, `-Dpages.connections` and `-Dpages.seed` set how many cases are drawn, and
/// from which seed on; a failure names its operation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EmptiesDatabase
class PagesTest {
  private static final int GRAPHS = Integer.getInteger("pages.graphs", 2);
  private static final int CONNECTIONS = Integer.getInteger("pages.connections", 5);
  private static final long SEED = Long.getLong("pages.seed", 1);
  private static final int PAGES_MAX = 200;

  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final ApiSchema api = ApiSchema.of(model);
  private final Reference reference = new Reference(model, api.text());
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  private final Bolt bolt = TestDatabase.constrained();
  private final EngineAnswers engine = EngineAnswers.over(Planner.of(api), bolt);

  private int writes;

  private interface Case {
    void check(PagedConnection connection, RandomSource draw);
  }

  private void each(boolean plain, boolean rewrite, Case check) {
    for (long seed = SEED; seed < SEED + GRAPHS; seed++) {
      var graph = RandomGraph.clean(model, seed, today);
      GraphWriter.write(graph, bolt);
      for (int i = 0; i < CONNECTIONS; i++) {
        var draw = new RandomSource(seed * 1_000 + i);
        var connection = PagedConnection.of(reference.schema(), model, graph, draw, plain);
        check.check(connection, draw);
        if (rewrite) {
          GraphWriter.write(graph, bolt);
        }
      }
    }
    GraphWriter.clear(bolt);
  }

  @Test
  void pagesMakeTheWholeListWhicheverWayTheyAreRead() {
    each(
        false,
        false,
        (connection, draw) -> {
          var whole = connection.read(engine, Map.of()).texts();
          var size = draw.between(1, 4);
          assertEquals(whole, forward(connection, size, () -> {}), text(connection));
          assertEquals(whole, backward(connection, size), text(connection));
        });
  }

  @Test
  void whatIsWrittenBesideTheOrderMovesNoRow() {
    each(
        false,
        true,
        (connection, draw) -> {
          var whole = connection.read(engine, Map.of()).texts();
          var size = draw.between(1, 2);
          assertEquals(whole, forward(connection, size, () -> write(connection)), text(connection));
        });
  }

  @Test
  void aRowThatIsGoneStillMarksItsPlace() {
    each(
        true,
        true,
        (connection, draw) -> {
          var whole = connection.read(engine, Map.of()).texts();
          if (whole.size() < 2 || new HashSet<>(whole).size() < whole.size()) {
            return;
          }
          var size = draw.between(1, whole.size() - 1);
          var first = connection.read(engine, PagedConnection.page("first", size, "", none()));
          var place = first.rows().getLast();
          bolt.write(Deletion.of(connection, place.text(), model));
          var left = new ArrayList<>(whole);
          left.remove(place.text());
          if (connection.read(engine, Map.of()).texts().equals(left)) {
            var after = PagedConnection.page("first", 1_000, "after", Optional.of(place.cursor()));
            var before = PagedConnection.page("last", 1_000, "before", Optional.of(place.cursor()));
            assertEquals(
                left.subList(size - 1, left.size()),
                connection.read(engine, after).texts(),
                text(connection));
            assertEquals(
                left.subList(0, size - 1),
                connection.read(engine, before).texts(),
                text(connection));
          }
        });
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private String text(PagedConnection connection) {
    return connection.operation(Map.of()).text();
  }

  private List<String> forward(PagedConnection connection, int size, Runnable between) {
    var all = new ArrayList<String>();
    var cursor = none();
    for (int pages = 0; pages < PAGES_MAX; pages++) {
      var page = PagedConnection.page("first", size, "after", cursor);
      var read = connection.read(engine, page);
      var info = info(read, connection);
      assertEquals(cursor.isPresent(), info.get("hasPreviousPage").asBoolean(), text(connection));
      all.addAll(read.texts());
      if (!info.get("hasNextPage").asBoolean()) {
        return all;
      }
      assertEquals(size, read.rows().size(), text(connection));
      cursor = Optional.of(info.get("endCursor").asText());
      between.run();
    }
    throw new IllegalStateException("no end of " + text(connection));
  }

  private List<String> backward(PagedConnection connection, int size) {
    var all = new ArrayList<String>();
    var cursor = none();
    for (int pages = 0; pages < PAGES_MAX; pages++) {
      var page = PagedConnection.page("last", size, "before", cursor);
      var read = connection.read(engine, page);
      var info = info(read, connection);
      assertEquals(cursor.isPresent(), info.get("hasNextPage").asBoolean(), text(connection));
      all.addAll(0, read.texts());
      if (!info.get("hasPreviousPage").asBoolean()) {
        return all;
      }
      assertEquals(size, read.rows().size(), text(connection));
      cursor = Optional.of(info.get("startCursor").asText());
    }
    throw new IllegalStateException("no start of " + text(connection));
  }

  /// The cursors of a page are those of its first and last edge.
  private JsonNode info(Rows read, PagedConnection connection) {
    if (read.rows().isEmpty()) {
      assertTrue(read.info().get("startCursor").isNull(), text(connection));
      assertTrue(read.info().get("endCursor").isNull(), text(connection));
    } else {
      var first = read.rows().getFirst().cursor();
      var last = read.rows().getLast().cursor();
      assertEquals(first, read.info().get("startCursor").asText(), text(connection));
      assertEquals(last, read.info().get("endCursor").asText(), text(connection));
    }
    return read.info();
  }

  /// Gives every node and relationship another text where neither the condition nor the sort looks.
  private void write(PagedConnection connection) {
    model.nodes().values().stream()
        .flatMap(type -> type.attributes().values().stream())
        .filter(PagesTest::isText)
        .map(Attribute::name)
        .distinct()
        .filter(name -> !connection.mentions(name) && !isKey(name))
        .limit(3)
        .forEach(name -> {
          var text = "MATCH (n) SET n.`%s` = $text".formatted(name);
          bolt.write(new Statement(text, Map.of("text", "written " + writes++)));
        });
    if (!connection.mentions("source")) {
      var text = "MATCH ()-[r]->() SET r.source = $text";
      bolt.write(new Statement(text, Map.of("text", "written " + writes++)));
    }
  }

  private static boolean isText(Attribute attribute) {
    return attribute.type().scalar() == Scalar.BuiltIn.STRING
        && !attribute.type().list()
        && attribute.name().equals(attribute.property());
  }

  /// Neither a key of nodes nor of relationships.
  private boolean isKey(String property) {
    return model.nodes().values().stream()
            .flatMap(type -> type.keys().stream())
            .anyMatch(key -> key.property().equals(property))
        || model.relationshipProperties().values().stream()
            .flatMap(type -> type.keys().stream())
            .anyMatch(key -> key.property().equals(property));
  }
}
