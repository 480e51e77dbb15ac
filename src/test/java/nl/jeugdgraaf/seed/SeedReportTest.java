package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.DataQualityIssue.LONG_NAME;
import static nl.jeugdgraaf.seed.DataQualityIssue.PRODUCT_WITHOUT_NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.jeugdgraaf.seed.SeedReport.Changes;
import nl.jeugdgraaf.seed.SeedReport.FoundIssue;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;
import nl.jeugdgraaf.seed.SeedReport.SkippedRow;
import nl.jeugdgraaf.seed.SeedReport.TableChanges;
import nl.jeugdgraaf.seed.SeedReport.WriteCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedReportTest {
  @TempDir Path folder;

  @Test
  void theReportListsSkippedRowsAndThenIssuesByKind() throws IOException {
    var report =
        new SeedReport(
            12_345,
            new Changes(
                new WriteCounts(7, 1, 2, 12_000),
                new WriteCounts(1, 0, 0, 300),
                new WriteCounts(0, 4, 0, 5),
                List.of(
                    new TableChanges(
                        "P", new WriteCounts(7, 1, 2, 0), List.of("created (P.csv line 2)")),
                    new TableChanges("Q", new WriteCounts(0, 0, 0, 9), List.of())),
                List.of("Nothing is withdrawn.")),
            List.of(
                new SkippedRow(new RowLocation("P.csv", 9), "key is empty; it is required"),
                new SkippedRow(new RowLocation("A.csv", 1), "the first line is not a header")),
            List.of(
                new FoundIssue(LONG_NAME, new RowLocation("P.csv", 7), "has a long name"),
                new FoundIssue(PRODUCT_WITHOUT_NAME, new RowLocation("P.csv", 11), "has no name"),
                new FoundIssue(PRODUCT_WITHOUT_NAME, new RowLocation("P.csv", 2), "has no name")));
    assertEquals(
        """
        12,345 rows read, 2 skipped; nodes: 7 created, 1 changed, 2 withdrawn, 12,000 unchanged; \
        relationships: 1 created, 0 changed, 0 withdrawn, 300 unchanged; derived: 0 created, 4 \
        changed, 0 withdrawn, 5 unchanged; data quality issues: 3 of 2 kinds
        Nothing is withdrawn.

        Rows skipped: 2
          A.csv line 1: the first line is not a header
          P.csv line 9: key is empty; it is required

        PRODUCT_WITHOUT_NAME (product without a name): 2
          P.csv line 2: has no name
          P.csv line 11: has no name

        LONG_NAME (name of more than 100 characters): 1
          P.csv line 7: has a long name
        """,
        report.text());
    var file = folder.resolve("new").resolve("report.txt");
    report.writeTo(file);
    assertEquals(report.text(), Files.readString(file));
  }

  @Test
  void aLoadWithoutAnythingToReportIsOneLine() {
    var report =
        new SeedReport(
            2,
            new Changes(
                new WriteCounts(0, 0, 0, 2),
                new WriteCounts(0, 0, 0, 0),
                new WriteCounts(0, 0, 0, 0),
                List.of(),
                List.of()),
            List.of(),
            List.of());
    assertEquals(report.summary() + "\n", report.text());
  }
}
