package nl.jeugdgraaf.cypher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No statement asks for nodes of any label, or relationships of any type: where a label is
/// missing, the database reads all nodes, and finds more than was asked.
class PatternsTest {
  private static final Path GOLDEN = Path.of("src", "test", "golden");
  private static final Pattern UNTYPED =
      Pattern.compile("MATCH \\(\\w+\\)(?![<(-]|\\s*[<(-])|-\\[\\w*]-");

  private static final Pattern PATH = Pattern.compile("= SHORTEST [^{]*");

  @Test
  void everyPatternHasLabelsAndTypes() throws IOException {
    var found = new ArrayList<String>();
    int statements = 0;
    try (var files = Files.walk(GOLDEN)) {
      for (var file : files.filter(it -> it.endsWith("statement.cypher")).toList()) {
        statements++;
        var text = Files.readString(file);
        // The nodes on a path may have any label; its guard asks which.
        var untyped = UNTYPED.matcher(PATH.matcher(text).replaceAll(""));
        while (untyped.find()) {
          found.add(GOLDEN.relativize(file.getParent()) + ": " + untyped.group());
        }
      }
    }
    assertTrue(statements > 100, "statements " + statements);
    assertEquals(List.of(), found);
  }
}
