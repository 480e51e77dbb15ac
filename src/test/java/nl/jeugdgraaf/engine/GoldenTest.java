package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each folder in `src/test/golden/AREA` is one case: `operation.graphql` and, where it has any,
/// `variables.json` and `caller.json` in; `plan.txt`, `statement.cypher`, `parameters.json` and
/// `response.json` out, `audit.txt` where it is recorded, or `problem.txt` where it is refused.
///
/// `-Dgolden=update` rewrites what comes out; the difference is what a review reads. A golden is
/// what is, not what is best.
class GoldenTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final Path CASES = Path.of("src/test/golden");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();

  /// A new statement is planned by the database for longer than it runs, on a busy machine too long
  /// for the server's own limit.
  private static final Limits LIMITS =
      new Limits(
          Limits.DEFAULT.document(),
          Limits.DEFAULT.variableFormCharactersMax(),
          Limits.DEFAULT.bodyBytesMax(),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2));

  private static final Policy POLICY = new Policy(SCHEMA.access(), true);

  @BeforeAll
  static void seedTheDatabase() {
    TestDatabase.seeded();
  }

  @Test
  void goldensAreNotRewrittenWhereNobodyReadsThem() {
    assertFalse(UPDATE && "true".equals(System.getenv("CI")), "-Dgolden=update with CI=true");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesOutAsWrittenDown(Path folder) throws IOException {
    Bolt bolt = TestDatabase.seeded();
    var audited = new ArrayList<AuditEntry>();
    var engine = new Engine(Planner.of(SCHEMA), bolt, protection(folder, audited), LIMITS);
    var request = request(folder);
    Map<String, String> actual = new LinkedHashMap<>();
    try {
      var prepared = engine.explain(request);
      actual.put("plan.txt", prepared.compiled().plan().toString());
      actual.put("statement.cypher", prepared.text() + "\n");
      actual.put("parameters.json", parameters(prepared));
      long before = bolt.readsSent();
      var response = new ByteArrayOutputStream();
      engine.answer(request, response);
      assertEquals(prepared.text().isEmpty() ? 0 : 1, bolt.readsSent() - before, "statements");
      actual.put(
          "response.json", PRETTY.writeValueAsString(JSON.readTree(response.toByteArray())) + "\n");
    } catch (ProblemException e) {
      actual.clear();
      actual.put(
          "problem.txt",
          e.problems().stream()
              .map(problem -> problem.code() + " " + problem.locations() + " " + problem.message())
              .collect(Collectors.joining("\n", "", "\n")));
    }
    if (!audited.isEmpty()) {
      actual.put("audit.txt", text(audited));
    }
    for (var name :
        List.of(
            "plan.txt",
            "statement.cypher",
            "parameters.json",
            "response.json",
            "problem.txt",
            "audit.txt")) {
      check(folder.resolve(name), actual.get(name));
    }
  }

  private static String text(List<AuditEntry> audited) {
    return audited.stream()
        .map(entry ->
            "%s %s %s of %s: %d objects, %s\n"
                .formatted(
                    entry.event().kind(),
                    entry.event().outcome(),
                    entry.event().reason(),
                    entry.data().subject(),
                    entry.data().objects(),
                    entry.operation().fields()))
        .collect(Collectors.joining());
  }

  /// A case without a caller is the server's own.
  private static Protection protection(Path folder, List<AuditEntry> audited) {
    return Files.exists(folder.resolve("caller.json"))
        ? new Protection(POLICY::of, new RecordingAudit(audited), TestDatabase.CURSORS)
        : Protection.none(TestDatabase.CURSORS);
  }

  static Request request(Path folder) throws IOException {
    var who = folder.resolve("caller.json");
    var caller = Files.exists(who) ? JSON.readValue(who.toFile(), Caller.class) : Caller.NOBODY;
    var variables = folder.resolve("variables.json");
    Map<String, Object> values =
        Files.exists(variables)
            ? JSON.readValue(variables.toFile(), new TypeReference<>() {})
            : Map.of();
    var document = Files.readString(folder.resolve("operation.graphql"));
    return new Request(document, "", values, true, caller);
  }

  private static String parameters(PreparedOperation prepared) throws JsonProcessingException {
    var shown = new LinkedHashMap<String, Object>();
    for (var parameter : prepared.compiled().parameters()) {
      shown.put(parameter.name(), shown(parameter.source()));
    }
    return PRETTY.writeValueAsString(shown) + "\n";
  }

  private static Object shown(ParameterSource source) {
    return switch (source) {
      case ParameterSource.Literal(var value) ->
          value instanceof Number || value instanceof Boolean ? value : value.toString();
      case ParameterSource.OperationVariable(var name, var path) ->
          Stream.concat(Stream.of("$" + name), path.stream())
              .map(Object::toString)
              .collect(Collectors.joining("."));
      case ParameterSource.ListOf(var values) -> values.stream().map(GoldenTest::shown).toList();
      case ParameterSource.Today _ -> "today";
      case ParameterSource.LowerCase(var value) -> Map.of("lower case", shown(value));
      case ParameterSource.RequireInRange within ->
          Map.of(
              within.what() + " from " + within.least() + " to " + within.most(),
              shown(within.value()));
      case ParameterSource.RequireNotAfter(var day, var last) ->
          Map.of("not after", List.of(shown(day), shown(last)));
      case ParameterSource.AtMostToday(var day) -> Map.of("not later than today", shown(day));
      case ParameterSource.SearchQuery(var phrase) -> Map.of("words of", shown(phrase));
      case ParameterSource.ListDigest(var form, var values) ->
          Map.of("digest of " + form, values.stream().map(GoldenTest::shown).toList());
      case ParameterSource.CursorValue(var cursor, _, var position) ->
          Map.of("value " + position + " of cursor", shown(cursor));
      case ParameterSource.GlobalIdKey(var id) -> Map.of("key of", shown(id));
      case ParameterSource.GlobalIds(var ids, _) -> Map.of("types and keys of", shown(ids));
    };
  }

  private static void check(Path golden, @Nullable String actual) throws IOException {
    if (UPDATE) {
      if (actual == null) {
        Files.deleteIfExists(golden);
      } else {
        Files.writeString(golden, actual);
      }
    }
    assertEquals(
        Files.exists(golden) ? Files.readString(golden) : null,
        actual,
        () -> golden + ": see -Dgolden=update");
  }

  static List<Path> cases() throws IOException {
    try (var files = Files.walk(CASES)) {
      return files
          .filter(file -> file.getFileName().toString().equals("operation.graphql"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }
}
