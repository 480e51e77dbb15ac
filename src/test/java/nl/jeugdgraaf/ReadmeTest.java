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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever copies an example from the README gets the answer that is printed below it.
class ReadmeTest {
  private static final Path PAGE = Path.of("README.md");
  private static final String DEFAULT_ADDRESS = "http://127.0.0.1:8080";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A `curl` with one header and a body, and its answer.
  private static final Pattern CURL =
      Pattern.compile(
          "```sh\ncurl -s (\\S+) -H '([^:']+): ([^']+)' -d '([^']+)'\n```\n```json\n(.*?)```",
          Pattern.DOTALL);

  @RegisterExtension static final SeededServer SERVER = new SeededServer();

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
    assertEquals(example.answer(), SERVER.ask(example.operation(), example.variables()));
  }

  @Test
  void theFirstRequestNeedsNoToken() throws IOException, InterruptedException {
    var curl = CURL.matcher(Files.readString(PAGE));
    assertTrue(curl.find());
    var request =
        HttpRequest.newBuilder(URI.create(curl.group(1).replace(DEFAULT_ADDRESS, SERVER.address())))
            .header(curl.group(2), curl.group(3))
            .POST(BodyPublishers.ofString(curl.group(4)))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString()).body();
      assertEquals(JSON.readTree(curl.group(5)), JSON.readTree(answer));
    }
  }
}
