package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The questions by which tools read a schema are answered. Needs no database.
class IntrospectionDocumentsTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/introspection");
  private static final Bolt NOWHERE =
      Bolt.open(new Address(URI.create("bolt://localhost:1"), "", "", ""));
  private static final Engine ENGINE =
      new Engine(
          Planner.of(ApiSchema.builtIn()),
          NOWHERE,
          Protection.none(TestDatabase.CURSORS),
          Limits.DEFAULT);

  @AfterAll
  static void close() {
    NOWHERE.close();
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      return files.sorted().toList();
    }
  }

  private static JsonNode answer(String document) throws IOException {
    var out = new ByteArrayOutputStream();
    ENGINE.answer(new Request(document, "", Map.of(), true, Caller.NOBODY), out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aToolReadsTheSchema(Path document) throws IOException {
    var answer = answer(Files.readString(document));
    assertTrue(answer.path("errors").isMissingNode(), answer::toString);
    var data = answer.path("data");
    assertTrue(data.size() > 0);
    data.forEach(field -> assertTrue(field.isObject(), document::toString));
  }

  @Test
  void bothTypesAreAnswered() throws IOException {
    var data = answer(Files.readString(DOCUMENTS.resolve("two-types.graphql"))).path("data");
    assertEquals("__Schema", data.path("schema").path("name").asText());
    assertEquals("__Directive", data.path("directive").path("name").asText());
  }
}
