package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.execute.ExecutionContext;
import nl.jeugdgraaf.limits.LenientLimits;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A form of twelve conditions that can each be left out: whichever are given, the answer and its
/// record are those of a statement of their own, and there are a few statements and not 4,096.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHOICES = 300;
  private static final int COMPARED = 4;
  private static final int STATEMENTS_MAX = 14;

  /// Conditions by name: where they stand, their type, and a value.
  private static final List<Condition> CONDITIONS =
      List.of(
          new Condition("status", "status.eq", "DeliveryStatus", "RUNNING"),
          new Condition("from", "startedOn.gte", "Date", "2024-01-01"),
          new Condition("to", "startedOn.lte", "Date", "2026-06-01"),
          new Condition("volume", "volume.gt", "Int", 1),
          new Condition("unit", "unit.in", "[DeliveryUnit!]", List.of("HOUR", "MINUTE")),
          new Condition("paid", "fundedBy.eq", "Funding", "NETWORK_BUDGET"),
          new Condition("product", "product.category.eq", "ProductCategory", "AMBULATORY"),
          new Condition("segment", "segments.some.name.contains", "String", "e"),
          new Condition("provider", "deliveredBy.name.contains", "String", "a"),
          new Condition("kind", "trajectory.kind.eq", "TrajectoryKind", "HSJ"),
          new Condition(
              "municipality", "trajectory.youth.municipality.name.contains", "String", "n"),
          new Condition("without", "NOT.cluster.name.contains", "String", "x"));

  private static final List<String> CODES = List.of("45A04", "45A48", "54001");

  private final Server own = new Server(Limits.DEFAULT);
  private final Server sharing = new Server(LenientLimits.SHARING);

  /// One condition of the form.
  ///
  /// @param name of its variable
  /// @param path where it stands in a `where`
  /// @param type of its value
  /// @param value of it
  record Condition(String name, String path, String type, Object value) {}

  /// How a client writes the form.
  enum Form {
    /// A document with a variable for each condition.
    VARIABLES {
      @Override
      String document() {
        var declared = CONDITIONS.stream().map(it -> "$" + it.name() + ": " + it.type()).toList();
        var where = new TreeMap<String, Object>();
        CONDITIONS.forEach(it -> put(where, it.path(), "$" + it.name()));
        return asking(String.join(", ", declared), written(where));
      }

      @Override
      Map<String, Object> variables(List<Condition> given) {
        var variables = new LinkedHashMap<String, Object>();
        given.forEach(it -> variables.put(it.name(), it.value()));
        return variables;
      }
    },

    /// A document with one variable, in which the client puts the conditions.
    OBJECT {
      @Override
      String document() {
        return asking("$where: DeliveryWhere", "$where");
      }

      @Override
      Map<String, Object> variables(List<Condition> given) {
        var where = new TreeMap<String, Object>();
        given.forEach(it -> put(where, it.path(), it.value()));
        return Map.of("where", where);
      }
    };

    abstract String document();

    abstract Map<String, Object> variables(List<Condition> given);

    private static String asking(String declared, String where) {
      return """
      query Form(%s) {
        deliveriesConnection(first: 5, where: %s) {
          totalCount
          edges { cursor node { key } }
        }
      }
      """
          .formatted(declared, where);
    }
  }

  @SuppressWarnings("unchecked") // what is put is a map
  private static void put(Map<String, Object> where, String path, Object value) {
    var dot = path.indexOf('.');
    if (dot < 0) {
      where.put(path, value);
    } else {
      var inner =
          (Map<String, Object>) where.computeIfAbsent(path.substring(0, dot), _ -> new TreeMap<>());
      put(inner, path.substring(dot + 1), value);
    }
  }

  private static String written(Object value) {
    return value instanceof Map<?, ?> map
        ? "{"
            + String.join(
                ", ",
                map.entrySet().stream()
                    .map(it -> it.getKey() + ": " + written(it.getValue()))
                    .toList())
            + "}"
        : value.toString();
  }

  /// An engine, and what it recorded.
  private static final class Server {
    private final List<AuditEntry> recorded = new ArrayList<>();
    private final Engine engine;

    Server(Limits limits) {
      var schema = ApiSchema.builtIn();
      var protection =
          new Protection(
              new Policy(schema.access(), true)::of,
              new RecordingAudit(recorded),
              TestDatabase.CURSORS);
      engine = new Engine(Planner.of(schema), TestDatabase.seeded(), protection, limits);
    }

    JsonNode answer(Request request) throws IOException {
      recorded.clear();
      var out = new ByteArrayOutputStream();
      engine.answer(request, out);
      var answer = JSON.readTree(out.toByteArray());
      assertTrue(answer.path("errors").isMissingNode(), answer::toString);
      return answer;
    }

    /// What was recorded, without the moment.
    Set<String> told() {
      var told = new HashSet<String>();
      recorded.forEach(
          entry -> told.add(entry.event() + " " + entry.data() + " " + entry.operation()));
      return told;
    }
  }

  private static List<Condition> some(Random random) {
    return CONDITIONS.stream().filter(_ -> random.nextBoolean()).toList();
  }

  private static Request request(Form form, List<Condition> given) {
    return new Request(form.document(), "", form.variables(given), true, SeededCallers.STEWARD);
  }

  @ParameterizedTest
  @EnumSource
  void hasAFewStatements(Form form) {
    var random = new Random(1);
    var texts = new HashSet<String>();
    var choices = new HashSet<List<Condition>>();
    for (int i = 0; i < CHOICES; i++) {
      var given = some(random);
      choices.add(given);
      texts.add(planned(form, given));
    }
    assertTrue(choices.size() > CHOICES / 2, () -> choices.size() + " different choices");
    assertTrue(texts.size() <= STATEMENTS_MAX, () -> texts.size() + " statements");
  }

  /// Returns what Neo4j plans once: a statement, and the types of its parameters.
  private String planned(Form form, List<Condition> given) {
    var operation = own.engine.explain(request(form, given));
    var today = LocalDate.parse(SeededCallers.DAY);
    var context = new ExecutionContext(form.variables(given), today, TestDatabase.CURSORS);
    var types = new TreeMap<String, String>();
    operation
        .statement(context)
        .parameters()
        .forEach((name, value) ->
            types.put(name, value == null ? "null" : value.getClass().getSimpleName()));
    return operation.text() + types;
  }

  @ParameterizedTest
  @EnumSource
  void asksAndRecordsWhatIsGiven(Form form) throws IOException {
    sharing.answer(request(form, CONDITIONS));
    var random = new Random(2);
    var found = new HashSet<Integer>();
    for (int i = 0; i < COMPARED; i++) {
      var given = some(random);
      var expected = own.answer(request(form, given));
      assertEquals(expected, sharing.answer(request(form, given)), given::toString);
      assertEquals(own.told(), sharing.told(), given::toString);
      found.add(expected.path("data").path("deliveriesConnection").path("totalCount").asInt());
    }
    assertTrue(found.size() > COMPARED / 2, () -> "always found " + found);
  }

  /// A plan serves lists of any length, and a cursor knows all of a list.
  @Test
  void aListMayBeShorterOrLonger() throws IOException {
    var document =
        """
        query($codes: [ProductCode!], $after: String) {
          productsConnection(first: 1, after: $after, where: {code: {in: $codes}}) {
            totalCount
            edges { cursor }
          }
        }
        """;
    for (var server : List.of(own, sharing)) {
      var cursor = "";
      for (var codes : List.of(List.of("45A04", "45A48"), List.of("45A04"), CODES)) {
        var request =
            new Request(document, "", Map.of("codes", codes), true, SeededCallers.STEWARD);
        var connection = server.answer(request).path("data").path("productsConnection");
        assertEquals(codes.size(), connection.path("totalCount").asInt());
        cursor = connection.path("edges").path(0).path("cursor").asText();
      }
      var other = Map.<String, Object>of("codes", List.of("45A04", "45A48"), "after", cursor);
      var out = new ByteArrayOutputStream();
      var wrong = new Request(document, "", other, true, SeededCallers.STEWARD);
      var refused = assertThrows(ProblemException.class, () -> server.engine.answer(wrong, out));
      assertEquals(Code.BAD_CURSOR, refused.problems().getFirst().code());
    }
  }

  @Test
  void aListThatDecidesStaysWhole() {
    var document =
        """
        query($from: ID!, $to: ID!, $via: [PathVia!]) {
          path(from: $from, to: $to, via: $via) { length }
        }
        """;
    var variables =
        Map.<String, Object>of(
            "from", "QWdyZWVtZW50Oks0OA",
            "to", "UHJvZHVjdDpLMTk2",
            "via", List.of("CONTRACTED_FOR", "MAPS_TO"));
    var request = new Request(document, "", variables, true, SeededCallers.STEWARD);
    var text = sharing.engine.explain(request).text();
    assertTrue(text.contains("CONTRACTED_FOR|MAPS_TO"), text);
  }

  @Test
  void aConditionOnAKeyKeepsItsStatement() {
    var document =
        """
        query($code: ProductCode, $key: ID, $name: String) {
          products(where: {code: {eq: $code}, key: {eq: $key}, name: {contains: $name}}) { name }
        }
        """;
    var all = Map.<String, Object>of("key", "GRONINGEN/45A04", "name", "Jeugd");
    var key = Map.<String, Object>of("key", "GRONINGEN/45A04");
    var texts =
        Stream.of(all, key)
            .map(variables -> new Request(document, "", variables, true, SeededCallers.STEWARD))
            .map(request -> sharing.engine.explain(request).text())
            .toList();
    assertEquals(texts.getFirst(), texts.getLast());
    assertTrue(texts.getFirst().contains("key = $"), texts::getFirst);
  }
}
