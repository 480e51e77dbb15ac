package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What went wrong in the rules of another library stays right here: a quantifier in a rule means
/// what it says (CVE-2026-92682), every part of a condition counts (CVE-2026-92683), and no rule
/// hides another (CVE-2026-19869).
///
/// Each test writes rules of its own in the place of those of the project; what must come out is
/// asked of the graph in Cypher.
class RulesHoldTogetherTest {
  private static final ApiSchema SCHEMA = ApiSchema.of(SchemaReader.read(SchemaFile.builtIn()));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEEN_IF =
      "@rule(name: \"iHelp\", where: {trajectories: {some: {rule: \"iHelp\"}}})";
  private static final String READ =
      "@readable(\n    fields: [\"pseudonym\", \"unrecorded\", \"source\", \"confidence\"]";
  private static final Caller PROVIDER = new Caller("PROVIDER", "99000012", "p", "CARE", "");

  private static Engine engine(Map<String, String> changes) {
    var files = new ArrayList<SchemaFile>();
    var changed = new HashSet<String>();
    for (var file : SchemaFile.accessBuiltIn()) {
      var text = file.text();
      for (var change : changes.entrySet()) {
        if (file.name().endsWith("persons.graphqls")) {
          assertTrue(text.contains(change.getKey()), change::getKey);
          text = text.replace(change.getKey(), change.getValue());
          changed.add(change.getKey());
        }
      }
      files.add(new SchemaFile(file.name(), text));
    }
    assertEquals(changes.keySet(), changed);
    var schema = SCHEMA.with(files);
    var protection =
        new Protection(
            new Policy(schema.access(), true)::of,
            new RecordingAudit(new ArrayList<>()),
            TestDatabase.CURSORS);
    return new Engine(Planner.of(schema), TestDatabase.seeded(), protection, Limits.DEFAULT);
  }

  private static Engine engineWhere(String condition) {
    var rule = "@rule(name: \"iHelp\", where: {" + condition + "})";
    return engine(Map.of(SEEN_IF, rule));
  }

  private static JsonNode ask(Engine engine, String query) {
    var out = new ByteArrayOutputStream();
    try {
      engine.answer(new Request(query, "", Map.of(), true, PROVIDER), out);
      return JSON.readTree(out.toByteArray()).path("data");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> seen(Engine engine) {
    var keys = new TreeSet<String>();
    ask(engine, "{ youths { key } }")
        .path("youths")
        .forEach(it -> keys.add(it.path("key").asText()));
    return keys;
  }

  private static Set<String> youthsWhere(String cypher) {
    var keys = new TreeSet<String>();
    TestDatabase.seeded()
        .command(Statement.of("MATCH (y:Youth) WHERE " + cypher + " RETURN y.key AS key"))
        .forEach(row -> keys.add(row.get("key").asString()));
    return keys;
  }

  /// CVE-2026-92682
  @ParameterizedTest(name = "CVE-2026-92682 {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "some|EXISTS { (y)<-[:FOR]-(:Trajectory {kind: 'HSJ'}) }",
        "none|NOT EXISTS { (y)<-[:FOR]-(:Trajectory {kind: 'HSJ'}) }",
        "all|NOT EXISTS { (y)<-[:FOR]-(t:Trajectory) WHERE coalesce(t.kind <> 'HSJ', true) }",
        "single|COUNT { (y)<-[:FOR]-(:Trajectory {kind: 'HSJ'}) } = 1"
      })
  void aQuantifierInARuleMeansWhatItSays(String quantifier, String cypher) {
    var expected = youthsWhere(cypher);
    assertTrue(expected.size() > 10 && expected.size() < youthsWhere("true").size());
    var condition = "trajectories: {" + quantifier + ": {kind: {eq: HSJ}}}";
    assertEquals(expected, seen(engineWhere(condition)));
    assertEquals(
        youthsWhere("NOT (" + cypher + ")"), seen(engineWhere("NOT: {" + condition + "}")));
  }

  /// CVE-2026-92682. Also where it leads to a rule that needs the organisation, and deeper.
  @Test
  void noneOfARuleIsTheOppositeOfSomeOfIt() {
    var mine =
        "{deliveredByConnection: {some: {node: {Provider: {agb: {eq:"
            + " \"$caller.organisation\"}}}}}}";
    var some = seen(engineWhere("trajectories: {some: {deliveries: {some: " + mine + "}}}"));
    var none = seen(engineWhere("trajectories: {none: {deliveries: {some: " + mine + "}}}"));
    assertFalse(some.isEmpty());
    assertFalse(none.isEmpty());
    var all = new TreeSet<>(some);
    all.addAll(none);
    assertEquals(youthsWhere("true"), all);
    assertEquals(all.size(), some.size() + none.size());
  }

  /// CVE-2026-92683. Three keys, each of them once the first and once the last: without any one of
  /// them more would be seen.
  @ParameterizedTest(name = "CVE-2026-92683 {0}, {1}, {2}")
  @CsvSource({"0, 1, 2", "1, 2, 0", "2, 0, 1"})
  void everyKeyOfAConditionCounts(int first, int second, int third) {
    var keys =
        List.of(
            "birthDate: {lt: \"2012-01-01\"}",
            "trajectories: {some: {kind: {eq: HSJ}}}",
            "pseudonym: {startsWith: \"5\"}");
    var cypher =
        List.of(
            "y.birthDate < date('2012-01-01')",
            "EXISTS { (y)<-[:FOR]-(:Trajectory {kind: 'HSJ'}) }",
            "y.pseudonym STARTS WITH '5'");
    var expected = youthsWhere(String.join(" AND ", cypher));
    assertFalse(expected.isEmpty());
    for (int left = 0; left < 3; left++) {
      var others = new ArrayList<>(cypher);
      others.remove(left);
      assertNotEquals(expected, youthsWhere(String.join(" AND ", others)));
    }
    var order = List.of(keys.get(first), keys.get(second), keys.get(third));
    assertEquals(expected, seen(engineWhere(String.join(", ", order))));
    assertEquals(
        expected,
        seen(engineWhere(order.get(0) + ", AND: [{" + order.get(1) + ", " + order.get(2) + "}]")),
        "beside AND");
  }

  /// CVE-2026-92683. Several operators of one field count, each of them.
  @Test
  void everyOperatorOfAFieldCounts() {
    var both = "birthDate: {gte: \"2010-01-01\", lt: \"2012-01-01\"}";
    var cypher = "date('2010-01-01') <= y.birthDate < date('2012-01-01')";
    assertFalse(youthsWhere(cypher).isEmpty());
    assertEquals(youthsWhere(cypher), seen(engineWhere(both)));
  }

  /// CVE-2026-19869. That everybody of a role reads a field shows no row more, and that a row is
  /// seen shows no field more.
  @Test
  void aWideRuleHidesNoNarrowOne() {
    var narrow = "birthDate: {lt: \"2012-01-01\"}";
    var rules =
        Map.of(
            SEEN_IF,
            "@rule(name: \"iHelp\", where: {%s})\n  @rule(name: \"d\", where: {pseudonym: {startsWith: \"5\"}})"
                .formatted(narrow),
            READ,
            "@readable(fields: [\"pseudonym\"], to: [PROVIDER], rule: \"d\")\n"
                + "  @readable(\n    fields: [\"unrecorded\", \"source\", \"confidence\"]");
    var rows = new TreeSet<String>();
    var read = new TreeSet<String>();
    for (var youth : ask(engine(rules), "{ youths { key pseudonym } }").path("youths")) {
      rows.add(youth.path("key").asText());
      if (!youth.path("pseudonym").isNull()) {
        read.add(youth.path("key").asText());
      }
    }
    var cypher = "y.birthDate < date('2012-01-01')";
    assertEquals(youthsWhere(cypher), rows);
    assertEquals(youthsWhere(cypher + " AND y.pseudonym STARTS WITH '5'"), read);
    assertTrue(!read.isEmpty() && read.size() < rows.size());
  }
}
