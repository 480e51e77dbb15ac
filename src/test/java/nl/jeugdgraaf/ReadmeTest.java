package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever copies an example from the README gets the answer that is printed below it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {
  private static final Path PAGE = Path.of("README.md");
  private static final String SERVER = "http://127.0.0.1:8080";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A `curl` with one header and a body, and its answer.
  private static final Pattern CURL =
      Pattern.compile(
          "```sh\ncurl -s (\\S+) -H '([^:']+): ([^']+)' -d '([^']+)'\n```\n```json\n(.*?)```",
          Pattern.DOTALL);

  private @Nullable SeededServer server;

  @BeforeAll
  void start() {
    server = new SeededServer();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  static List<DocumentedExample> examples() throws IOException {
    return DocumentedExample.of(PAGE);
  }

  @Test
  void thereIsAnExampleOfEachQuestion() throws IOException {
    assertEquals(3, examples().size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void getsItsAnswerOverHttp(DocumentedExample example) throws IOException, InterruptedException {
    assertTrue(server != null);
    assertEquals(example.answer(), server.ask(example.operation(), example.variables()));
  }

  @Test
  void theFirstRequestNeedsNoToken() throws IOException, InterruptedException {
    assertTrue(server != null);
    var curl = CURL.matcher(Files.readString(PAGE));
    assertTrue(curl.find());
    var request =
        HttpRequest.newBuilder(URI.create(curl.group(1).replace(SERVER, server.address())))
            .header(curl.group(2), curl.group(3))
            .POST(BodyPublishers.ofString(curl.group(4)))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString()).body();
      assertEquals(JSON.readTree(curl.group(5)), JSON.readTree(answer));
    }
  }
}
