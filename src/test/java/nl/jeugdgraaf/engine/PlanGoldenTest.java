package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The plan, statement and parameters of each case, or its problems. Needs no database.
class PlanGoldenTest {
  private static final Bolt NOWHERE =
      Bolt.open(new Address(URI.create("bolt://localhost:1"), "", "", ""));

  @BeforeAll
  static void goldensAreNotRewrittenWhereNobodyReadsThem() {
    assertFalse(GoldenCase.UPDATE && "true".equals(System.getenv("CI")), "-Dgolden=update with CI");
  }

  @AfterAll
  static void close() {
    NOWHERE.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nl.jeugdgraaf.engine.GoldenCase#all")
  void isPlannedAsWrittenDown(GoldenCase golden) throws IOException {
    Map<String, String> actual = new LinkedHashMap<>();
    try {
      var planned = planned(golden);
      actual.put("plan.txt", planned.compiled().plan().toString());
      var statement = CypherLayout.of(planned.text());
      assertEquals(planned.text(), CypherLayout.joined(statement), "the statement that is sent");
      actual.put("statement.cypher", statement + "\n");
      actual.put("parameters.json", parameters(planned));
    } catch (ProblemException e) {
      actual.put(
          "problem.txt",
          e.problems().stream()
              .map(PlanGoldenTest::text)
              .collect(Collectors.joining("\n", "", "\n")));
    }
    for (var name :
        new String[] {"plan.txt", "statement.cypher", "parameters.json", "problem.txt"}) {
      golden.check(name, actual.get(name));
    }
  }

  private static String text(Problem problem) {
    var place = problem.place();
    var about = place.about();
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "at",
        place.locations().stream()
            .map(location -> location.line() + ":" + location.column())
            .collect(Collectors.joining(" ")));
    parts.put("path", place.path().stream().map(String::valueOf).collect(Collectors.joining("/")));
    parts.put("argument", place.argument());
    parts.put("variable", place.variable());
    parts.put("about", about.field().isEmpty() ? about.type() : about.type() + "." + about.field());
    return parts.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty())
        .map(part -> "\n  " + part.getKey() + " " + part.getValue())
        .collect(Collectors.joining("", problem.code() + " " + problem.message(), ""));
  }

  /// Plans the operation, and prepares a run of it, which finds problems in values.
  private static PreparedOperation planned(GoldenCase golden) throws IOException {
    var audit = new RecordingAudit(new ArrayList<>());
    var planner = Planner.of(GoldenCase.SCHEMA);
    var engine = new Engine(planner, NOWHERE, golden.protection(audit), Limits.DEFAULT);
    return engine.start(golden.request()).operation();
  }

  private static String parameters(PreparedOperation prepared) throws JsonProcessingException {
    var shown = new LinkedHashMap<String, Object>();
    for (var parameter : prepared.compiled().parameters().list()) {
      shown.put(parameter.name(), shown(parameter.source()));
    }
    return GoldenCase.PRETTY.writeValueAsString(shown) + "\n";
  }

  private static Object shown(ParameterSource source) {
    return switch (source) {
      case ParameterSource.Literal(var value) ->
          value instanceof Number || value instanceof Boolean ? value : value.toString();
      case ParameterSource.OperationVariable(var name, var path) ->
          Stream.concat(Stream.of("$" + name), path.stream())
              .map(Object::toString)
              .collect(Collectors.joining("."));
      case ParameterSource.OptionalVariable(var name, var path) ->
          shown(new ParameterSource.OperationVariable(name, path)) + " if given";
      case ParameterSource.IfGiven(var given, var then) ->
          Map.of("if given " + given.stream().map(PlanGoldenTest::shown).toList(), shown(then));
      case ParameterSource.ListOf(var values) ->
          values.stream().map(PlanGoldenTest::shown).toList();
      case ParameterSource.Today _ -> "today";
      case ParameterSource.LowerCase(var value) -> Map.of("lower case", shown(value));
      case ParameterSource.Folded(var value) -> Map.of("folded", shown(value));
      case ParameterSource.Replacements _ -> "replacements of folding";
      case ParameterSource.RequireInRange within ->
          Map.of(
              within.what() + " from " + within.least() + " to " + within.most(),
              shown(within.value()));
      case ParameterSource.RequireNotAfter(var day, var last) ->
          Map.of("not after", List.of(shown(day), shown(last)));
      case ParameterSource.FirstDays(var every, var from, var to) ->
          Map.of("first days of", List.of(shown(every), shown(from), shown(to)));
      case ParameterSource.SearchQuery(var phrase) -> Map.of("words of", shown(phrase));
      case ParameterSource.ListDigest(var form, var values) ->
          Map.of("digest of " + form, values.stream().map(PlanGoldenTest::shown).toList());
      case ParameterSource.CursorValue(var cursor, _, var position) ->
          Map.of("value " + position + " of cursor", shown(cursor));
      case ParameterSource.GlobalIdKey(var id) -> Map.of("key of", shown(id));
      case ParameterSource.GlobalIds(var ids, _) -> Map.of("types, keys and days of", shown(ids));
    };
  }
}
