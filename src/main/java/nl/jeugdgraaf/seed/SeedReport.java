package nl.jeugdgraaf.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.jeugdgraaf.files.OwnerOnlyFiles;

/// The result of loading seed tables. Its texts contain no name, birth date or key of a youth.
///
/// @param read rows that were read, including the skipped ones
/// @param nodes what was done to nodes
/// @param relationships what was done to relationships
/// @param skipped rows and files that were not loaded, by file and line
/// @param issues rows that are odd but were loaded, by file and line
public record SeedReport(
    long read,
    WriteCounts nodes,
    WriteCounts relationships,
    List<SkippedRow> skipped,
    List<FoundIssue> issues) {

  /// Sorts and copies the lists.
  public SeedReport {
    skipped = skipped.stream().sorted(Comparator.comparing(SkippedRow::at)).toList();
    issues = issues.stream().sorted(Comparator.comparing(FoundIssue::at)).toList();
  }

  /// How many nodes or relationships a load wrote.
  ///
  /// @param written created or changed
  /// @param unchanged already in the database with the values of the rows
  public record WriteCounts(long written, long unchanged) {
    static final WriteCounts NONE = new WriteCounts(0, 0);

    WriteCounts plus(long moreWritten, long moreUnchanged) {
      return new WriteCounts(written + moreWritten, unchanged + moreUnchanged);
    }
  }

  /// A line of a table.
  ///
  /// @param file the table's origin
  /// @param line line in it, from 1
  public record RowLocation(String file, long line) implements Comparable<RowLocation> {
    private static final Comparator<RowLocation> ORDER =
        Comparator.comparing(RowLocation::file).thenComparingLong(RowLocation::line);

    @Override
    public int compareTo(RowLocation other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return file + " line " + line;
    }
  }

  /// A row that was skipped; at line 1, the whole file was.
  ///
  /// @param at where it is
  /// @param message what is wrong with it
  public record SkippedRow(RowLocation at, String message) {
    @Override
    public String toString() {
      return at + ": " + message;
    }
  }

  /// A row that is odd but was loaded.
  ///
  /// @param issue in which way it is odd
  /// @param at where it is
  /// @param message what was found
  public record FoundIssue(DataQualityIssue issue, RowLocation at, String message) {
    @Override
    public String toString() {
      return at + ": " + message;
    }
  }

  /// {@return how many nodes and relationships were created or changed}
  public long written() {
    return nodes.written + relationships.written;
  }

  /// {@return how many nodes and relationships already were as the rows say}
  public long unchanged() {
    return nodes.unchanged + relationships.unchanged;
  }

  /// {@return the counts, in one line}
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Seed: %,d rows read, %,d skipped; %,d nodes and %,d relationships written, %,d unchanged;"
            + " data quality issues: %,d of %d kinds",
        read,
        skipped.size(),
        nodes.written,
        relationships.written,
        unchanged(),
        issues.size(),
        byIssue().size());
  }

  /// {@return the counts, then each skipped row, then the data quality issues by kind}
  public String text() {
    var text = new StringBuilder(summary()).append('\n');
    if (!skipped.isEmpty()) {
      append(text, "Rows skipped", skipped);
    }
    byIssue()
        .forEach((issue, found) -> append(text, issue.name() + " (" + issue.title() + ")", found));
    return text.toString();
  }

  /// Writes [#text()] to a file for its owner only, replacing an earlier report.
  ///
  /// @param file where; its folder is created if it is missing
  /// @throws IOException if the file cannot be written
  public void writeTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    OwnerOnlyFiles.write(file, text());
  }

  private Map<DataQualityIssue, List<FoundIssue>> byIssue() {
    return issues.stream()
        .collect(
            Collectors.groupingBy(
                FoundIssue::issue,
                () -> new EnumMap<>(DataQualityIssue.class),
                Collectors.toList()));
  }

  private static void append(StringBuilder text, String title, List<?> lines) {
    text.append('\n').append(title).append(": ").append(lines.size()).append('\n');
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
  }
}
