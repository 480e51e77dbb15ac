package nl.jeugdgraaf.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;

/// How the database reads what the questions and the bench ask, over the project's own seed: a
/// table of where each statement starts and of where it has to hold all rows at once.
///
/// A scan or an eager operator that is not in the table fails; `-Dplans=update` writes the table.
class QueryPlansTest {
  private static final Path TABLE = Path.of("src/test/resources/query-plans.txt");
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What operators start at, out of their details: `n:Label`, `UNIQUE n:Label(key) WHERE …`.
  private static final Pattern START = Pattern.compile(":(\\w+(?:\\(\\w+\\))?)");

  private static final Pattern START_OPERATOR = Pattern.compile(".*(Seek|Scan).*");

  /// Cypher Manual, chapter Execution plans, operators marked as eager.
  private static final Pattern EAGER = Pattern.compile("Eager.*|.*HashJoin|Sort|Top|TriadicBuild");

  private static final Pattern NEVER_MORE = Pattern.compile(EAGER.pattern() + "|.*Scan.*");

  private final ApiSchema schema = ApiSchema.builtIn();

  @Test
  void noStatementScansOrHoldsMoreThanTheTableSays() throws IOException {
    var found = fingerprints();
    if ("update".equals(System.getProperty("plans"))) {
      Files.writeString(TABLE, write(found));
    }
    var known = read();
    assertEquals(known.keySet(), found.keySet());
    var more = new ArrayList<String>();
    found.forEach((name, operators) ->
        operators.forEach((operator, times) -> {
          var before = known.getOrDefault(name, new TreeMap<>()).getOrDefault(operator, 0L);
          if (NEVER_MORE.matcher(operator.split(" ", 2)[0]).matches() && times > before) {
            more.add("%s: %s x%d, was x%d".formatted(name, operator, times, before));
          }
        }));
    assertEquals(List.of(), more);
  }

  private SortedMap<String, SortedMap<String, Long>> fingerprints() throws IOException {
    var bolt = TestDatabase.seeded();
    var policy = new Policy(schema.access(), true);
    var nothing = Protection.none(TestDatabase.CURSORS);
    var protection = new Protection(policy::of, nothing.audit(), nothing.cursors());
    var guarded = new Engine(Planner.of(schema), bolt, protection, Limits.DEFAULT);
    var unguarded = new Engine(Planner.of(schema), bolt, nothing, Limits.DEFAULT);
    var found = new TreeMap<String, SortedMap<String, Long>>();
    try (var driver = TestDatabase.driver()) {
      driver.executableQuery("CALL db.resampleOutdatedIndexes()").execute();
      for (var operation : BenchOperation.ALL) {
        var request = Statements.request(BoundOperation.in(driver, operation));
        found.put(
            "bench/" + operation.name(), fingerprint(driver, guarded.explain(request).text()));
      }
      try (var questions = Files.list(QUESTIONS)) {
        for (var question : questions.toList()) {
          var text = unguarded.explain(question(question)).text();
          // A question of published statistics alone has no statement of its own.
          if (!text.isEmpty()) {
            found.put("question/" + question.getFileName(), fingerprint(driver, text));
          }
        }
      }
    }
    return found;
  }

  private static Request question(Path folder) throws IOException {
    var document = Files.readString(folder.resolve("operation.graphql"));
    Map<String, Object> variables =
        JSON.readValue(folder.resolve("variables.json").toFile(), new TypeReference<>() {});
    return new Request(document, "", variables, false, Caller.NOBODY);
  }

  private static SortedMap<String, Long> fingerprint(Driver driver, String text) {
    try (var session = driver.session()) {
      var plan =
          session
              .run(text.replace("CYPHER 5 ", "CYPHER 5 EXPLAIN "))
              .consume()
              .queryPlan()
              .orElseThrow();
      var operators = new TreeMap<String, Long>();
      count(plan, operators);
      return operators;
    }
  }

  private static void count(Plan plan, Map<String, Long> operators) {
    var type = plan.operatorType().replaceFirst("@.*", "");
    if (START_OPERATOR.matcher(type).matches()) {
      var details = Objects.requireNonNull(plan.arguments().get("Details")).asString();
      var start = START.matcher(details);
      operators.merge(start.find() ? type + " " + start.group(1) : type, 1L, Long::sum);
    } else if (EAGER.matcher(type).matches()) {
      operators.merge(type, 1L, Long::sum);
    }
    plan.children().forEach(child -> count(child, operators));
  }

  private static String write(SortedMap<String, SortedMap<String, Long>> table) {
    return table.entrySet().stream()
        .map(operation ->
            operation.getKey()
                + ": "
                + operation.getValue().entrySet().stream()
                    .map(each -> each.getKey() + " x" + each.getValue())
                    .collect(Collectors.joining(", "))
                + "\n")
        .collect(Collectors.joining());
  }

  private static SortedMap<String, SortedMap<String, Long>> read() throws IOException {
    var table = new TreeMap<String, SortedMap<String, Long>>();
    for (var line : Files.readAllLines(TABLE)) {
      var operation = line.split(": ", 2);
      var operators = new TreeMap<String, Long>();
      Arrays.stream(operation[1].split(", "))
          .filter(each -> !each.isEmpty())
          .forEach(each ->
              operators.put(
                  each.replaceFirst(" x\\d+$", ""), Long.parseLong(each.replaceFirst(".* x", ""))));
      table.put(operation[0], operators);
    }
    return table;
  }
}
