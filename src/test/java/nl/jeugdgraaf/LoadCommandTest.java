package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.seed.StoredGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `load`: the walk in `seed/README.md`, and what it refuses.
@EmptiesDatabase
class LoadCommandTest {
  private static final Pattern BLOCK =
      Pattern.compile("```sh\n(.*?)```\n(?:```text\n(.*?)```)?", Pattern.DOTALL);
  private static final Pattern LOAD =
      Pattern.compile("mvn -q compile exec:exec -Darguments=\"(.*)\"");

  @TempDir private Path folder;

  private Bolt bolt;

  @BeforeEach
  void clear() {
    bolt = TestDatabase.constrained();
  }

  private FinishedCommand load(String... arguments) {
    var environment = new HashMap<String, String>();
    GivenDatabase.give(TestDatabase.address(), environment);
    var all = new ArrayList<>(List.of(arguments));
    all.set(0, folder.resolve(all.getFirst()).toString());
    all.addFirst("load");
    return FinishedCommand.run(environment, all.toArray(String[]::new));
  }

  private void shell(String line) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("bash", "-c", line).directory(folder.toFile()).inheritIO().start();
    assertEquals(0, process.waitFor(), line);
  }

  private void copyExamples() throws IOException, InterruptedException {
    shell("mkdir -p src && cp -r '" + Path.of("src/examples").toAbsolutePath() + "' src");
  }

  /// Returns what a load reported after the counts: findings depend on the day and are left out.
  private static String differences(FinishedCommand ended) {
    assertEquals(0, ended.code(), ended::toString);
    var lines = new ArrayList<>(ended.output());
    lines.subList(0, lines.indexOf("") + 1).clear();
    lines.removeIf(line -> line.startsWith("Finding: "));
    return String.join("\n", lines);
  }

  private static String walk() throws IOException {
    var text = Files.readString(Path.of("seed/README.md"));
    return text.substring(text.indexOf("## Your own data"), text.indexOf("## What loading does"));
  }

  @Test
  void whoeverFollowsTheWalkSeesWhatItShows() throws IOException, InterruptedException {
    copyExamples();
    var blocks = BLOCK.matcher(walk());
    var loads = 0;
    while (blocks.find()) {
      var output = "";
      for (var line : blocks.group(1).lines().toList()) {
        var command = LOAD.matcher(line);
        if (command.matches()) {
          var before = StoredGraph.of(bolt);
          var ended = load(command.group(1).substring("load ".length()).split(" "));
          assertFalse(ended.toString().matches("(?s).*(DUIN-|Jeugdige).*"), ended::toString);
          output = differences(ended);
          assertEquals(line.contains("--dry-run"), before.equals(StoredGraph.of(bolt)), line);
          loads++;
        } else {
          shell(line);
        }
      }
      if (blocks.group(2) != null) {
        assertEquals(blocks.group(2).strip(), output);
      }
    }
    assertEquals(5, loads);
    var graph = StoredGraph.of(bolt).toString();
    assertTrue(graph.contains("DUIN-3") && graph.contains("2025-02-01"), graph);
    assertFalse(graph.contains("DUIN-4") || graph.contains("DUIN-D4"), graph);
    assertEquals(
        "Nothing differs.\nLoaded as my-region.", differences(load("my-region", "--atomic")));
  }

  @Test
  void aBrokenRowFailsAStrictLoadAndIsNamedByEveryLoad() throws IOException, InterruptedException {
    copyExamples();
    var region = folder.resolve("src/examples/region");
    shell("sed -i s/2012-05-17/17-05-2012/ " + region.resolve("Youth.csv"));
    Files.writeString(region.resolve("Goal.csv"), "key;text\n");
    var strict = load("src/examples/region", "--strict", "--as", "mine");
    assertEquals(1, strict.code());
    assertEquals(
        "jeugdgraaf load: Nothing was loaded, because 4 rows or files do not fit:",
        strict.errors().getFirst());
    assertTrue(
        strict
            .errors()
            .get(1)
            .startsWith("  Goal.csv line 1: separate cells by commas, not semicolons; the file is"),
        strict::toString);
    assertEquals(List.of(), StoredGraph.of(bolt));
    var ended = load("src/examples/region", "--as", "mine");
    assertEquals(0, ended.code());
    assertTrue(ended.output().contains("Loaded as mine."), ended::toString);
    assertTrue(
        ended.output().contains("  Youth.csv line 2: birthDate is not a date such as 2026-01-31"),
        ended::toString);
  }

  @Test
  void whatCannotBeLoadedIsOneLine() throws IOException {
    var empty = Files.createDirectory(folder.resolve("empty"));
    var none = folder.resolve("none");
    var own = Map.of("JEUGDGRAAF_DATA", folder.resolve("data").toString());
    assertEquals(
        FinishedCommand.failed(
            1,
            "jeugdgraaf load: %s has no CSV file. To withdraw everything that empty states, load a file with a header and no rows."
                .formatted(empty)),
        FinishedCommand.run(own, "load", empty.toString()));
    assertEquals(
        FinishedCommand.failed(
            1, "jeugdgraaf load: " + none + " is not a folder; name one with CSV files."),
        FinishedCommand.run(own, "load", none.toString()));
    assertEquals(
        FinishedCommand.failed(
            1, "jeugdgraaf load: --as must be a name of at most 100 characters, on one line."),
        FinishedCommand.run(own, "load", empty.toString(), "--as", "a\nb"));
    assertEquals(2, FinishedCommand.run(own, "load").code());
  }
}
