package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.seed.SeedReport.Broken;
import nl.jeugdgraaf.seed.SeedReport.Origin;
import nl.jeugdgraaf.seed.SeedReport.Warning;

/// What one load has met so far.
final class Findings {
  private final List<Broken> broken = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private long read;
  private long written;
  private long unchanged;

  void rowRead() {
    read++;
  }

  /// Counts what a statement did with so many nodes or relationships.
  void done(long asked, long changed) {
    written += changed;
    unchanged += asked - changed;
  }

  void broken(Origin at, String message) {
    broken.add(new Broken(at, message));
  }

  void warn(DataQualityIssue wart, Origin at, String message) {
    warnings.add(new Warning(wart, at, message));
  }

  SeedReport report() {
    return new SeedReport(read, written, unchanged, broken, warnings);
  }
}
