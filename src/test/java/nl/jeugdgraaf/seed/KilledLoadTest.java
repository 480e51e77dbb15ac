package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.GivenDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import org.junit.jupiter.api.Test;

/// A load of generated rows in a process that is killed, as by `kill -9`. `KilledServerTest` kills
/// a load of files.
@EmptiesDatabase
class KilledLoadTest {
  private static final Duration WITHIN = Duration.ofMinutes(2);

  @Test
  void aKilledLoadIsCompletedByTheNext() throws IOException, InterruptedException {
    var bolt = SeedDatabase.empty();
    var process = start();
    awaitRelationships(bolt, process);
    process.destroyForcibly().waitFor();

    var before = one(bolt, "MATCH ()-[r]->() RETURN count(r)").asLong();
    assertTrue(before < LoadProgram.YOUTHS, "the load ended before it was killed");

    // The database may still end a transaction of the killed load.
    var report = SeedDatabase.load(bolt, LoadProgram.tables());
    assertTrue(report.written() <= LoadProgram.YOUTHS - before, report::summary);
    assertEquals(
        LoadProgram.YOUTHS + LoadProgram.FAMILIES + LoadProgram.YOUTHS,
        report.written() + report.unchanged());
    assertEquals(LoadProgram.YOUTHS, one(bolt, "MATCH ()-[r]->() RETURN count(r)").asLong());
    assertEquals(
        LoadProgram.YOUTHS,
        one(bolt, "MATCH (y:Youth) WHERE COUNT { (y)-[:MEMBER_OF]->() } = 1 RETURN count(y)")
            .asLong());
    assertEquals(0, SeedDatabase.load(bolt, LoadProgram.tables()).written());
  }

  private static Process start() throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            LoadProgram.class.getName());
    GivenDatabase.give(TestDatabase.address(), builder.environment());
    return builder.inheritIO().start();
  }

  private static void awaitRelationships(Bolt bolt, Process process) {
    var until = Instant.now().plus(WITHIN);
    while (one(bolt, "MATCH ()-[r]->() RETURN count(r)").asLong() == 0) {
      assertTrue(process.isAlive(), "the load ended before it was killed");
      assertTrue(Instant.now().isBefore(until), "the load did not reach the relationships in time");
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
