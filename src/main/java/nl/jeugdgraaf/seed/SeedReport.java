package nl.jeugdgraaf.seed;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/// What came of loading seed tables.
///
/// @param read rows that were read, broken ones included
/// @param written nodes and relationships that were created or changed
/// @param unchanged nodes and relationships that already were as the rows say
/// @param broken rows and files that were skipped, by file and line
/// @param warnings what is odd and yet loaded, by file and line
public record SeedReport(
    long read, long written, long unchanged, List<Broken> broken, List<Warning> warnings) {

  private static final int BROKEN_SHOWN_MAX = 20;
  private static final int WARNINGS_SHOWN_MAX = 3;

  /// Copies the lists.
  public SeedReport {
    broken = broken.stream().sorted(Comparator.comparing(Broken::at)).toList();
    warnings = warnings.stream().sorted(Comparator.comparing(Warning::at)).toList();
  }

  /// Where something stands.
  ///
  /// @param file the table's origin
  /// @param line line in it, from 1
  public record Origin(String file, long line) implements Comparable<Origin> {
    private static final Comparator<Origin> ORDER =
        Comparator.comparing(Origin::file).thenComparingLong(Origin::line);

    @Override
    public int compareTo(Origin other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return file + " line " + line;
    }
  }

  /// A row that was skipped; at line 1, the whole file was.
  ///
  /// @param at where it stands
  /// @param message what is wrong with it
  public record Broken(Origin at, String message) {
    @Override
    public String toString() {
      return at + ": " + message;
    }
  }

  /// A row that is odd and yet loaded.
  ///
  /// @param wart in which way it is odd
  /// @param at where it stands
  /// @param message what was done with it
  public record Warning(DataQualityIssue wart, Origin at, String message) {
    @Override
    public String toString() {
      return at + ": " + message;
    }
  }

  /// {@return the counts}
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Seed: %,d rows read; nodes and relationships: %,d written, %,d unchanged;"
            + " broken rows: %,d; warnings: %,d",
        read,
        written,
        unchanged,
        broken.size(),
        warnings.size());
  }

  /// {@return the counts, the broken rows and the warnings; of many alike, the first ones}
  public String text() {
    var text = new StringBuilder(summary());
    if (!broken.isEmpty()) {
      text.append("\nBroken rows, skipped:");
      append(text, "\n  ", broken, BROKEN_SHOWN_MAX);
    }
    if (!warnings.isEmpty()) {
      text.append("\nWarnings:");
      byWart().forEach((wart, warned) -> append(text, wart, warned));
    }
    return text.toString();
  }

  private EnumMap<DataQualityIssue, List<Warning>> byWart() {
    var byWart = new EnumMap<DataQualityIssue, List<Warning>>(DataQualityIssue.class);
    for (var wart : DataQualityIssue.values()) {
      var warned = warnings.stream().filter(warning -> warning.wart() == wart).toList();
      if (!warned.isEmpty()) {
        byWart.put(wart, warned);
      }
    }
    return byWart;
  }

  private static void append(StringBuilder text, DataQualityIssue wart, List<Warning> warned) {
    text.append("\n  ").append(wart).append(", ").append(wart.title());
    append(text, "\n    ", warned, WARNINGS_SHOWN_MAX);
  }

  private static void append(StringBuilder text, String indent, List<?> lines, int shownMax) {
    lines.stream().limit(shownMax).forEach(line -> text.append(indent).append(line));
    if (lines.size() > shownMax) {
      text.append(indent).append("and ").append(lines.size() - shownMax).append(" more");
    }
  }
}
