package nl.jeugdgraaf.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The search of the logs finds what tells a youth, and sees what is logged.
class LogScanTest {
  private static final PersonMarkers MARKERS = PersonMarkers.ofSeed();

  @TempDir Path directory;

  @Test
  void everyColumnThatTellsAYouthIsAMarker() {
    var counts = MARKERS.counts();
    assertEquals(
        Set.of("Youth.key", "Youth.id", "Youth.name", "Youth.birthDate", "Youth.pseudonym"),
        counts.keySet());
    counts.forEach((kind, count) -> assertTrue(count > 100, kind + ": " + count));
  }

  @Test
  void aPlantedLineIsFoundAndNotQuoted() throws IOException {
    var youth = Files.readAllLines(Path.of("seed/synthetic/Youth.csv")).get(7).split(",", -1);
    Files.writeString(
        directory.resolve("a.log"),
        "INFO nl.jeugdgraaf.seed.Loader fine\nWARN nl.jeugdgraaf.seed.Loader Youth "
            + youth[0]
            + " has the name \""
            + youth[1]
            + "\"\nINFO other "
            + youth[0]
            + "1 is another\n");
    var found = LogScan.scan(directory, MARKERS);
    assertEquals(
        List.of(
            "a.log nl.jeugdgraaf.seed.Loader: Youth.key, 1 times",
            "a.log nl.jeugdgraaf.seed.Loader: Youth.name, 1 times"),
        found);
    assertFalse(found.toString().contains(youth[0]), found::toString);
  }

  /// A date alone may be any day.
  @ParameterizedTest
  @CsvSource({"2026-11-15", "2026-11-01", "CASUS"})
  void whatOthersHaveTooTellsNobody(String text) {
    assertEquals(List.of(), MARKERS.in("INFO logger asked for " + text));
  }

  @Test
  void whatThisProcessLogsAndPrintsIsKept() throws IOException {
    var mark = "kept-" + System.nanoTime();
    System.getLogger("nl.jeugdgraaf.privacy").log(Level.TRACE, "logged " + mark);
    System.out.println("printed " + mark);
    System.err.println("failed " + mark);
    var kept = new StringBuilder();
    try (var files = Files.walk(Captured.DIRECTORY)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        kept.append(Files.readString(file));
      }
    }
    for (var how : List.of("logged ", "printed ", "failed ")) {
      assertTrue(kept.indexOf(how + mark) >= 0, how);
    }
  }
}
