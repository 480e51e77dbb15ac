package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Every example of the README gives the answer that stands under it, over HTTP.
class ReadmeTest {
  @Test
  void everyExampleGivesItsAnswer() throws Exception {
    var examples = DocumentedExample.of(Path.of("README.md"));
    assertTrue(examples.size() >= 3);
    try (var server = new SeededServer()) {
      for (var example : examples) {
        assertEquals(
            example.answer(),
            server.ask(example.operation(), example.variables()),
            () -> "the answer to " + example);
      }
    }
  }
}
