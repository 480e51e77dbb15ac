package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import nl.jeugdgraaf.seed.SeedReport.Broken;
import nl.jeugdgraaf.seed.SeedReport.Origin;
import nl.jeugdgraaf.seed.SeedReport.Warning;
import org.junit.jupiter.api.Test;

class SeedReportTest {
  @Test
  void theTextShowsTheFirstOfManyWarningsAndTheReportHasThemAll() {
    var warnings =
        LongStream.rangeClosed(2, 6)
            .mapToObj(
                line -> new Warning(DataQualityIssue.W2, new Origin("P.csv", line), "has no name"))
            .toList();
    var broken = List.of(new Broken(new Origin("P.csv", 9), "key is empty; it is required"));
    var report = new SeedReport(12_345, 1, 12_343, broken, warnings.reversed());
    assertEquals(
        """
        Seed: 12,345 rows read; nodes and relationships: 1 written, 12,343 unchanged; \
        broken rows: 1; warnings: 5
        Broken rows, skipped:
          P.csv line 9: key is empty; it is required
        Warnings:
          W2, product without a name
            P.csv line 2: has no name
            P.csv line 3: has no name
            P.csv line 4: has no name
            and 2 more\
        """,
        report.text());
    assertEquals(warnings, report.warnings());
  }

  @Test
  void aQuietLoadIsOneLine() {
    var report = new SeedReport(2, 0, 2, List.of(), List.of());
    assertEquals(report.summary(), report.text());
  }
}
