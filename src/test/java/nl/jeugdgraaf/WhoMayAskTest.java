package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.statistics.StatisticsPublisher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the query editor says of each question, `page/questions.json`, is what the server does: who
/// may ask it, and that the user it is for gets its answer.
class WhoMayAskTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVERYBODY = "ANYBODY";

  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  private static final EngineAnswers ENGINE =
      EngineAnswers.guarded(
          Planner.of(ApiSchema.builtIn()), UnaryOperator.identity(), TestDatabase.shared());

  /// A question as the editor shows it.
  record Entry(String user, String name, List<String> mayAsk) {
    boolean allows(String role) {
      return mayAsk.contains(EVERYBODY) || mayAsk.contains(role);
    }
  }

  static List<Entry> entries() throws IOException {
    var entries = new ArrayList<Entry>();
    var file = Path.of("src/main/resources/web/page/questions.json");
    for (var group : JSON.readTree(file.toFile())) {
      for (var question : group.get("questions")) {
        entries.add(
            new Entry(
                group.get("user").asText(),
                question.get("name").asText(),
                List.of(JSON.convertValue(question.get("mayAsk"), String[].class))));
      }
    }
    return entries;
  }

  /// The server publishes beside its answers; the questions come when that is done.
  @BeforeAll
  static void start() throws IOException {
    new StatisticsPublisher(
            TestDatabase.shared(), ApiSchema.builtIn().accessDefinitions().statistics())
        .publish(AmsterdamClock.today());
  }

  /// Returns each demo identity, for each purpose that it may state, and a caller without a token.
  private static List<Caller> callers() throws IOException {
    var callers = new ArrayList<Caller>(List.of(Caller.NOBODY));
    for (var identity : identities()) {
      for (var purpose : identity.get("purposes")) {
        callers.add(caller(identity, purpose.asText()));
      }
    }
    return callers;
  }

  private static List<JsonNode> identities() throws IOException {
    var all = JSON.readTree(WhoMayAskTest.class.getResourceAsStream("/demo/identities.json"));
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  private static Caller caller(JsonNode identity, String purpose) {
    return new Caller(
        identity.get("role").asText(), identity.get("organisation").asText(), "", purpose, "");
  }

  private static String authorization(Caller caller) {
    return "Bearer " + DemoClient.token(URI.create(SERVER.address()), caller);
  }

  private static JsonNode ask(String authorization, Entry entry)
      throws IOException, InterruptedException {
    var folder = QUESTIONS.resolve(entry.name());
    return SERVER.askAs(
        authorization,
        Files.readString(folder.resolve("operation.graphql")),
        JSON.readTree(folder.resolve("variables.json").toFile()));
  }

  /// Returns whether a question is refused before anything is read.
  private static boolean isForbidden(Caller caller, Entry entry) throws IOException {
    var folder = QUESTIONS.resolve(entry.name());
    var document = Files.readString(folder.resolve("operation.graphql"));
    Map<String, Object> variables =
        JSON.convertValue(
            JSON.readTree(folder.resolve("variables.json").toFile()), new TypeReference<>() {});
    try {
      ENGINE.statement(new Operation(document, "", new LinkedHashMap<>(variables)), caller);
      return false;
    } catch (ProblemException e) {
      assertTrue(
          e.problems().stream().allMatch(problem -> problem.code() == Code.FORBIDDEN),
          () -> caller + " " + e.problems());
      return true;
    }
  }

  @Test
  void everyQuestionHasOnePlace() throws IOException {
    try (var folders = Files.list(QUESTIONS)) {
      assertEquals(
          folders.map(folder -> folder.getFileName().toString()).sorted().toList(),
          entries().stream().map(Entry::name).sorted().toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void theMarkIsWhatTheServerDecides(Entry entry) throws IOException {
    for (var caller : callers()) {
      assertEquals(!entry.allows(caller.role()), isForbidden(caller, entry), caller::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void theUserItIsForGetsItsAnswer(Entry entry) throws IOException, InterruptedException {
    assertTrue(entry.user().equals(EVERYBODY) || entry.allows(entry.user()));
    var authorization =
        identities().stream()
            .filter(identity -> identity.get("role").asText().equals(entry.user()))
            .findFirst()
            .map(identity -> authorization(caller(identity, identity.get("purpose").asText())));
    assertEquals(
        JSON.readTree(QUESTIONS.resolve(entry.name()).resolve("expected.json").toFile()),
        ask(authorization.orElse(""), entry));
  }
}
