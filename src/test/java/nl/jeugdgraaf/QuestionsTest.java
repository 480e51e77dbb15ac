package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.api.ServiceFields;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.RecordingAudit;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.statistics.StatisticsPublisher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The questions of the field, asked over HTTP of the whole program with the project's own seed.
class QuestionsTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ApiSchema SCHEMA = ApiSchema.builtIn();
  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  /// The server publishes beside its answers; the questions come when that is done.
  @BeforeAll
  static void publishStatistics() {
    new StatisticsPublisher(TestDatabase.shared(), SCHEMA.accessDefinitions().statistics())
        .publish(AmsterdamClock.today());
  }

  static List<Path> questions() throws IOException {
    try (var folders = Files.list(QUESTIONS)) {
      return folders.sorted().toList();
    }
  }

  @Test
  void everyQuestionPinsItsDate() throws IOException {
    for (var question : questions()) {
      var document = Files.readString(question.resolve("operation.graphql"));
      var variables = JSON.readTree(question.resolve("variables.json").toFile());
      assertTrue(variables.path("day").isTextual(), () -> question + " has no day");
      for (var field : roots(document)) {
        var pinned =
            field.getArguments().stream()
                .filter(argument -> List.of("asOf", "on").contains(argument.getName()))
                .anyMatch(argument ->
                    argument.getValue() instanceof VariableReference variable
                        && variable.getName().equals("day"));
        assertTrue(pinned, () -> question + " " + field.getName());
      }
    }
  }

  /// Returns the fields at the root that read the graph.
  private static List<Field> roots(String document) {
    var operation =
        Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).getFirst();
    var fields = operation.getSelectionSet().getSelectionsOfType(Field.class);
    assertEquals(operation.getSelectionSet().getSelections().size(), fields.size());
    return fields.stream().filter(field -> !field.getName().startsWith("__")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void getsItsAnswerOverHttp(Path question) throws IOException, InterruptedException {
    assertEquals(
        JSON.readTree(question.resolve("expected.json").toFile()),
        SERVER.ask(
            Files.readString(question.resolve("operation.graphql")),
            JSON.readTree(question.resolve("variables.json").toFile())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void isOneStatement(Path question) throws IOException {
    var bolt = TestDatabase.shared();
    // As the server asks it for the test above, so that the database has its plan already.
    var steward = new Caller("STEWARD", "", "", "QUALITY", "");
    var protection = RecordingAudit.protection(new Policy(SCHEMA.access(), true));
    var engine = new Engine(Planner.of(SCHEMA), bolt, protection, Limits.DEFAULT);
    Map<String, Object> variables =
        JSON.readValue(question.resolve("variables.json").toFile(), new TypeReference<>() {});
    var document = Files.readString(question.resolve("operation.graphql"));
    long before = bolt.readsSent();
    engine.answer(
        new Request(document, "", variables, true, steward), OutputStream.nullOutputStream());
    var tables =
        roots(document).stream()
            .filter(it -> it.getName().equals(ServiceFields.STATISTICS))
            .count();
    assertEquals(Math.max(1, tables), bolt.readsSent() - before);
  }
}
