package nl.jeugdgraaf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Heartbeat;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.http.Eventually;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The database of the server comes back when its process hangs, and says why it cannot start. That
/// it comes back when the process is killed is shown by the soak.
class WatchedDatabaseTest {
  private static final Duration SILENT_MAX = Duration.ofSeconds(3);
  private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aProcessThatHangsIsKilledAndStartedAgain() throws Exception {
    var returns = new AtomicInteger();
    try (var database = ChildDatabase.start(directory);
        var bolt = Bolt.open(database.address());
        var heartbeat = Heartbeat.start(bolt, returns::incrementAndGet);
        var _ = ChildWatch.start(database, heartbeat::silence, SILENT_MAX)) {
      bolt.write(Statement.of("CREATE (:Kept {name: 'first'})"));

      var first = database.process();
      new ProcessBuilder("kill", "-STOP", String.valueOf(first.pid())).start().waitFor();
      assertTrue(Eventually.becomesTrue(() -> !heartbeat.answers(), BACK_WITHIN));
      assertBack(heartbeat, bolt);
      assertFalse(first.isAlive());
      assertNotEquals(first.pid(), database.process().pid());
      assertEquals(1, database.restarts());
      assertEquals(1, returns.get());
    }
    assertFalse(childrenOfThisTest(), "a process was left");
  }

  private static void assertBack(Heartbeat heartbeat, Bolt bolt) throws Exception {
    assertTrue(Eventually.becomesTrue(heartbeat::answers, BACK_WITHIN), "it did not come back");
    var names = new ArrayList<String>();
    bolt.read(
        Statement.of("MATCH (n:Kept) RETURN n.name AS name"),
        BACK_WITHIN,
        row -> names.add(row.get("name").asString()));
    assertEquals(1, names.size());
  }

  private boolean childrenOfThisTest() {
    return ProcessHandle.current()
        .children()
        .anyMatch(child -> child.info().commandLine().orElse("").contains(directory.toString()));
  }

  @Test
  void damagedDataAreNamedAtOnce() throws IOException {
    var store = Files.createDirectories(directory.resolve("data/databases/neo4j"));
    for (var name : List.of("neostore", "neostore.nodestore.db", "neostore.counts.db")) {
      Files.write(store.resolve(name), new byte[8_192]);
    }
    assertRefused(directory, "cannot open its data in " + directory);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullOrReadOnlyIsNamedAtOnce() throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", directory.toString()));
    try {
      var home = directory.resolve("data");
      assertRefused(home, "has 20 MB left, and the database needs 100");
      run("mount", "-o", "remount,ro", directory.toString());
      assertRefused(home, "cannot be created or written; set JEUGDGRAAF_DATA");
    } finally {
      run("umount", directory.toString());
    }
  }

  private static void assertRefused(Path home, String words) {
    var refused = assertThrows(ProblemException.class, () -> ChildDatabase.start(home));
    var message = refused.problems().getFirst().message();
    assertTrue(message.contains(words), message);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).start().waitFor() == 0;
  }
}
