package nl.jeugdgraaf;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import nl.jeugdgraaf.seed.SeedReport;
import nl.jeugdgraaf.seed.SeedReport.SkippedRow;

/// Writes the report of a load to a file, and what matters of it to the log.
///
/// @param log where the lines go
/// @param report of the load
record LoadLog(Logger log, SeedReport report) {
  private static final int ROWS_LOGGED_MAX = 5;

  /// Writes both.
  ///
  /// @param what was loaded, for the first line
  /// @param taken how long it took
  /// @param file of the report
  void write(String what, String taken, Path file) {
    try {
      report.writeTo(file);
      log.log(Level.INFO, "{0}: {1}; took {2}; report: {3}", what, report.summary(), taken, file);
    } catch (IOException e) {
      log.log(Level.INFO, "{0}: {1}; took {2}", what, report.summary(), taken);
      log.log(Level.WARNING, "The report {0} cannot be written: {1}", file, e);
    }
    report.changes().warnings().forEach(warning -> log.log(Level.WARNING, "{0}", warning));
    var skipped = report.skipped();
    skipped.stream()
        .filter(SkippedRow::wholeFile)
        .forEach(it -> log.log(Level.WARNING, "File left out: {0}", it));
    var rows = skipped.stream().filter(row -> !row.wholeFile()).toList();
    rows.stream()
        .limit(ROWS_LOGGED_MAX)
        .forEach(row -> log.log(Level.WARNING, "Row skipped: {0}", row));
    if (rows.size() > ROWS_LOGGED_MAX) {
      log.log(Level.WARNING, "{0} rows skipped; see {1} for all", rows.size(), file);
    }
  }
}
