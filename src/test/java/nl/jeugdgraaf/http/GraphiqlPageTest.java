package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The query editor refers only to files that exist, although their names change with each GraphiQL
/// version.
class GraphiqlPageTest {
  private static final Pattern FILE =
      Pattern.compile("(?:src|href|data-script)=\"([^\".][^\"]*)\"");

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static String get(String path) throws IOException, InterruptedException {
    var response = SERVER.get(path);
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  @Test
  void everyFileOfThePageExists() throws Exception {
    var files = new ArrayList<String>();
    FILE.matcher(get("/graphiql")).results().forEach(match -> files.add(match.group(1)));
    assertTrue(files.size() >= 5, files::toString);
    for (var file : files) {
      assertFalse(file.startsWith("/"), file);
      assertFalse(get("/" + file).isEmpty(), file);
    }
  }

  @Test
  void everyWorkerOfTheEditorExists() throws Exception {
    var script = get("/page/editor.js");
    var workers = Pattern.compile("'([\\w.]+\\.bundle\\.js)'").matcher(script).results().toList();
    assertEquals(3, workers.size());
    for (var worker : workers) {
      assertFalse(get("/graphiql/monacoeditorwork/" + worker.group(1)).isEmpty());
    }
  }

  /// The framework keeps static files in memory by their path in the folder, without the folder.
  @Test
  void noTwoFoldersHaveAFileOfTheSamePath() throws Exception {
    var found = new HashSet<String>();
    for (var folder : List.of("page", "explorer")) {
      var root = Path.of("src/main/resources/web", folder);
      try (var files = Files.walk(root)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          assertTrue(found.add(root.relativize(file).toString()), file::toString);
        }
      }
    }
  }

  @Test
  void thePageHasNoInlineScript() throws Exception {
    assertFalse(Pattern.compile("<script(?![^>]*src=)").matcher(get("/graphiql")).find());
  }

  @Test
  void filesWithAHashInTheirNameAreCached() throws Exception {
    var script =
        Pattern.compile("data-script=\"([^\"]+)\"")
            .matcher(get("/graphiql"))
            .results()
            .toList()
            .getFirst();
    var response = SERVER.get("/" + script.group(1));
    assertEquals(
        List.of("max-age=31536000, immutable"), response.headers().allValues("cache-control"));
  }

  @Test
  void theQuestionsOfTheTestsAreTheSampleQueries() throws Exception {
    List<Path> folders;
    try (var entries = Files.list(Path.of("src/test/resources/questions"))) {
      folders = entries.sorted().toList();
    }
    var tabs = get("/questions.json");
    for (var folder : folders) {
      assertTrue(tabs.contains("{\"name\":\"" + folder.getFileName() + "\",\"query\":"), tabs);
    }
  }
}
