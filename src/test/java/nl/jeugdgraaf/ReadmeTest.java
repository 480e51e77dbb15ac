package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every example of the README gives the answer that stands under it, over HTTP.
class ReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```graphql\n(.*?)```\\s*```json\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyExampleGivesItsAnswer() throws Exception {
    var readme = Files.readString(Path.of("README.md"));
    var examples = EXAMPLE.matcher(readme).results().toList();
    assertEquals(readme.split("```graphql", -1).length - 1, examples.size());
    assertTrue(examples.size() >= 3);
    try (var server = new SeededServer()) {
      for (var example : examples) {
        assertEquals(
            JSON.readTree(example.group(2)),
            server.ask(example.group(1), JSON.createObjectNode()),
            () -> "the answer to " + example.group(1));
      }
    }
  }
}
