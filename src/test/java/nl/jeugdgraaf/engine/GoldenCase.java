package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.Audit;
import org.jspecify.annotations.Nullable;

/// One folder in `src/test/golden/AREA`.
///
/// Input: `operation.graphql` and, where the case has them, `variables.json` and `caller.json`.
/// Output, compared by [PlanGoldenTest]: `plan.txt`, `statement.cypher` and `parameters.json`, or
/// `problem.txt` where the operation is refused. Output, compared by [AnswerGoldenTest]:
/// `response.json`, and `audit.txt` where something is recorded.
///
/// `-Dgolden=update` rewrites the output of the test that runs; a review reads the difference. A
/// golden file says what the engine does, not what is best.
///
/// @param folder the folder
record GoldenCase(Path folder) {
  static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  static final ObjectMapper JSON = new ObjectMapper();
  static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();
  static final ApiSchema SCHEMA = ApiSchema.builtIn();

  private static final Path CASES = Path.of("src/test/golden");
  private static final Policy POLICY = new Policy(SCHEMA.access(), true);

  static List<GoldenCase> all() throws IOException {
    try (var files = Files.walk(CASES)) {
      return files
          .filter(folder -> Files.exists(folder.resolve("operation.graphql")))
          .map(GoldenCase::new)
          .sorted((one, other) -> one.folder().compareTo(other.folder()))
          .toList();
    }
  }

  boolean isRefused() {
    return Files.exists(folder.resolve("problem.txt"));
  }

  /// Returns whether the statement is empty: everything that is asked is known without the
  /// database.
  boolean readsNothing() throws IOException {
    return Files.readString(folder.resolve("statement.cypher")).isBlank();
  }

  Request request() throws IOException {
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

  /// Returns the rules for the caller; without a caller the server itself asks.
  Protection protection(Audit audit) {
    return Files.exists(folder.resolve("caller.json"))
        ? new Protection(POLICY::of, audit, TestDatabase.CURSORS)
        : Protection.none(TestDatabase.CURSORS);
  }

  /// Compares one file of the output, or writes it.
  ///
  /// @param name of the file
  /// @param actual its content; null where there must be no such file
  void check(String name, @Nullable String actual) throws IOException {
    var golden = folder.resolve(name);
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
        () -> golden + " differs; accept the change with -Dgolden=update");
  }

  @Override
  public String toString() {
    return CASES.relativize(folder).toString();
  }
}
