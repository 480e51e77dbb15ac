package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Conditions of one form, of which one must hold: they find what each finds alone, record whom
/// each records alone, and are written once, however many they are.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlternativesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<AuditEntry> recorded = new ArrayList<>();
  private Engine engine;

  @BeforeAll
  void seed() {
    var schema = ApiSchema.builtIn();
    var protection =
        new Protection(
            new Policy(schema.access(), true)::of,
            new RecordingAudit(recorded),
            TestDatabase.CURSORS);
    engine = new Engine(Planner.of(schema), TestDatabase.seeded(), protection, Limits.DEFAULT);
  }

  /// The root field, a condition, and its values in each alternative.
  private static Stream<Arguments> conditions() {
    var segments = "segments: {some: {name: {contains: \"%2$s\"}}}";
    return Stream.of(
        arguments("products", "code: {eq: \"%1$s\"}"),
        arguments("products", "code: {in: [\"%1$s\", \"45A0%3$d\"]}"),
        arguments("products", "code: {eq: \"%1$s\"}, region: {code: {eq: \"GRONINGEN\"}}"),
        arguments("products", "region: {name: {contains: \"%2$s\"}}, NOT: {code: {eq: \"%1$s\"}}"),
        arguments("products", "name: {contains: \"%2$s\"}, " + segments),
        arguments("products", "NOT: {code: {startsWith: \"%1$s\"}}, " + segments),
        arguments("products", "names: {any: {caseInsensitive: {contains: \"%2$s\"}}}"),
        arguments("products", "segments: {none: {name: {contains: \"%2$s\"}}}"),
        arguments("products", "segments: {all: {name: {contains: \"%2$s\"}}}"),
        arguments("products", "segments: {single: {name: {contains: \"%2$s\"}}}"),
        arguments("products", "OR: [{code: {eq: \"%1$s\"}}, {name: {contains: \"%2$s\"}}]"),
        arguments(
            "products",
            "OR: [{code: {eq: \"%1$s\"}}, {code: {startsWith: \"4%3$d\"}}], " + segments),
        arguments(
            "products",
            "segmentsConnection: {some: {node: {name: {contains: \"%2$s\"}}, edge: {period: {at:"
                + " \"2026-0%3$d-01\"}}}}"),
        arguments("products", "segmentsConnection: {aggregate: {count: {nodes: {gt: %3$d}}}}"),
        arguments("deliveries", "deliveredBy: {Provider: {agb: {eq: \"9900000%3$d\"}}}"),
        arguments(
            "deliveries",
            "product: {code: {eq: \"%1$s\"}}, trajectory: {youth: {municipality: {name: {contains:"
                + " \"%2$s\"}}}}"),
        arguments("youths", "key: {eq: \"Y-00000%3$d\"}"),
        arguments("youths", "key: {eq: \"Y-00000%3$d\"}, municipality: {name: {contains: \"n\"}}"),
        arguments(
            "youths",
            "trajectories: {some: {deliveries: {some: {product: {code: {eq:" + " \"%1$s\"}}}}}}"));
  }

  /// Those for which more is found than one condition: nodes that are found once, and persons to
  /// record.
  private static Stream<Arguments> conditionsThatFindMore() {
    return Stream.of(
        arguments(
            "products",
            "segments: {some: {products: {some: {segments: {some: {name: {contains:"
                + " \"%2$s\"}}}}}}}"),
        arguments("municipalities", "youths: {some: {key: {eq: \"Y-00000%3$d\"}}}"));
  }

  private static final List<String> CODES = List.of("45A04", "45A48", "54001", "45000");
  private static final List<String> WORDS = List.of("Jeugd", "e", "aa", "Wonen");

  private static String condition(String form, int number) {
    var codes = CODES.size();
    return form.formatted(CODES.get(number % codes), WORDS.get(number % codes), 1 + number % 9);
  }

  private static String document(String field, List<String> conditions) {
    return "{ %s(where: {OR: [%s]}, sort: [{%s: ASC}]) { %s } }"
        .formatted(
            field,
            String.join(", ", conditions.stream().map(one -> "{" + one + "}").toList()),
            key(field),
            key(field));
  }

  private static String key(String field) {
    return field.equals("municipalities") ? "code" : "key";
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"conditions", "conditionsThatFindMore"})
  void findWhatEachFinds(String field, String form) throws IOException {
    var all = IntStream.range(0, CODES.size()).mapToObj(i -> condition(form, i)).toList();
    var expected = new TreeSet<String>();
    var persons = new TreeSet<String>();
    for (var one : all) {
      expected.addAll(found(field, List.of(one)));
      persons.addAll(recorded());
    }

    assertEquals(expected, found(field, all));
    var told = recorded();
    assertTrue(told.containsAll(persons), () -> persons + " are not all in " + told);
  }

  private Set<String> found(String field, List<String> conditions) throws IOException {
    recorded.clear();
    var out = new ByteArrayOutputStream();
    engine.answer(
        new Request(document(field, conditions), "", Map.of(), true, SeededCallers.STEWARD), out);
    var keys = new TreeSet<String>();
    for (JsonNode node : JSON.readTree(out.toByteArray()).path("data").path(field)) {
      keys.add(node.path(key(field)).asText());
    }
    return keys;
  }

  private Set<String> recorded() {
    var subjects = new TreeSet<String>();
    recorded.forEach(entry -> subjects.addAll(entry.data().subjects().keySet()));
    return subjects;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("conditions")
  void areWrittenOnce(String field, String form) {
    assertEquals(statement(field, form, 5), statement(field, form, 30));
  }

  private String statement(String field, String form, int count) {
    var conditions = IntStream.range(0, count).mapToObj(i -> condition(form, i)).toList();
    return engine
        .explain(
            new Request(document(field, conditions), "", Map.of(), true, SeededCallers.STEWARD))
        .text();
  }

  @Test
  void areWrittenOnceInAVariableToo() {
    var document = "query($w: ProductWhere) { products(where: $w) { key } }";
    var texts = new TreeSet<String>();
    for (int count : new int[] {2, 40}) {
      var or =
          IntStream.range(0, count)
              .mapToObj(i -> Map.of("code", Map.of("eq", CODES.get(i % CODES.size()))))
              .toList();
      texts.add(
          engine
              .explain(
                  new Request(document, "", Map.of("w", Map.of("OR", or)), true, Caller.NOBODY))
              .text());
    }
    assertEquals(1, texts.size(), texts::toString);
    assertFalse(texts.first().contains(" OR "), texts::first);
  }
}
