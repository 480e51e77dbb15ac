package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bolt.Bolt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A folder with every kind of broken row and file; `messages.txt` in it says what is reported.
class BrokenSeedTest {
  private static final Path FOLDER = Path.of("src/test/resources/seed-broken");

  private static Bolt bolt;
  private static SeedReport report;

  @BeforeAll
  static void load() {
    bolt = SeedGraph.empty();
    report = SeedGraph.load(bolt, FOLDER.toString());
  }

  @Test
  void everyBrokenRowIsReported() throws IOException {
    var messages =
        report.broken().stream()
            .map(broken -> broken.toString().replaceFirst("(Known [a-z]+): .*", "$1: ..."))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(Files.readString(FOLDER.resolve("messages.txt")), messages);
  }

  @Test
  void anUnknownColumnIsReportedWithTheKnownOnes() {
    assertTrue(
        report.broken().stream()
            .anyMatch(broken -> broken.message().contains("Known columns: key, name, source,")));
  }

  @Test
  void aBrokenRowIsSkipped() {
    assertEquals(2, SeedGraph.one(bolt, "MATCH (n:Provider) RETURN count(n)").asInt());
    assertEquals(1, SeedGraph.one(bolt, "MATCH (n:Delivery) RETURN count(n)").asInt());
    assertEquals(1, SeedGraph.one(bolt, "MATCH ()-[r:CONTRACTED_FOR]->() RETURN count(r)").asInt());
  }

  @Test
  void aRefusedFileLeavesNothing() {
    assertEquals(
        0, SeedGraph.one(bolt, "MATCH (n:Network|Region|Goal|Wizard) RETURN count(n)").asInt());
  }

  @Test
  void everyRowIsWrittenOrBroken() {
    var files = report.broken().stream().filter(broken -> broken.at().line() == 1).count();
    var citations = 3;
    assertEquals(report.read(), report.written() - citations + report.broken().size() - files);
  }

  @Test
  void aSecondLoadReportsTheSame() {
    var second = SeedGraph.load(bolt, FOLDER.toString());
    assertEquals(0, second.written());
    assertEquals(report.broken(), second.broken());
  }
}
