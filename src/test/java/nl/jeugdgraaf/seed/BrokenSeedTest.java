package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A folder with every kind of row and file that cannot be loaded. Its `messages.txt` lists what is
/// reported.
@EmptiesDatabase
class BrokenSeedTest {
  private static final Path FOLDER = Path.of("src/test/resources/seed-broken");

  private static Bolt bolt;
  private static SeedReport report;

  @BeforeAll
  static void load() {
    bolt = SeedDatabase.empty();
    report = SeedDatabase.load(bolt, FOLDER.toString());
  }

  @Test
  void everySkippedRowIsReported() throws IOException {
    var messages =
        report.skipped().stream()
            .map(skipped -> skipped.toString().replaceFirst("(Known [a-z]+): .*", "$1: ..."))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(Files.readString(FOLDER.resolve("messages.txt")), messages);
  }

  @Test
  void anUnknownColumnIsReportedWithTheKnownOnes() {
    assertTrue(
        report.skipped().stream()
            .anyMatch(skipped -> skipped.message().contains("Known columns: key, name, source,")));
  }

  @Test
  void rowsThatDoNotFitAreNotLoaded() {
    assertEquals(2, SeedDatabase.one(bolt, "MATCH (n:Provider) RETURN count(n)").asInt());
    assertEquals(1, SeedDatabase.one(bolt, "MATCH (n:Delivery) RETURN count(n)").asInt());
    assertEquals(
        1, SeedDatabase.one(bolt, "MATCH ()-[r:CONTRACTED_FOR]->() RETURN count(r)").asInt());
  }

  @Test
  void nothingOfARefusedFileIsLoaded() {
    assertEquals(
        0, SeedDatabase.one(bolt, "MATCH (n:Network|Region|Goal|Wizard) RETURN count(n)").asInt());
  }

  @Test
  void everyRowIsWrittenOrSkipped() {
    var files = report.skipped().stream().filter(skipped -> skipped.at().line() == 1).count();
    var changes = report.changes();
    assertEquals(
        report.read(),
        changes.nodes().created()
            + changes.relationships().created()
            + report.skipped().size()
            - files);
  }

  @Test
  void aSecondLoadReportsTheSame() {
    var second = SeedDatabase.load(bolt, FOLDER.toString());
    assertEquals(0, second.written());
    assertEquals(report.skipped(), second.skipped());
  }
}
