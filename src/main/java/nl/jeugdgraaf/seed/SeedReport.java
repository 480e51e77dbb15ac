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
import java.util.stream.Stream;
import nl.jeugdgraaf.files.OwnerOnlyFiles;

/// The result of a load. Its texts contain no name, birth date or key of a youth.
///
/// @param read rows that were read, including the skipped ones
/// @param changes what was written and withdrawn
/// @param skipped rows and files that were not loaded, by file and line
/// @param issues rows that are odd but were loaded, by file and line
public record SeedReport(
    long read, Changes changes, List<SkippedRow> skipped, List<FoundIssue> issues) {

  /// Sorts and copies the lists.
  public SeedReport {
    skipped = skipped.stream().sorted(Comparator.comparing(SkippedRow::at)).toList();
    issues = issues.stream().sorted(Comparator.comparing(FoundIssue::at)).toList();
  }

  /// What a load wrote and withdrew.
  ///
  /// @param nodes sums of the nodes of rows
  /// @param relationships sums of the relationships of rows
  /// @param derived sums of what follows from rows: relationships to sources, those that are
  ///   derived, findings
  /// @param tables the same by type or field, by name
  /// @param warnings what was not withdrawn and why
  public record Changes(
      WriteCounts nodes,
      WriteCounts relationships,
      WriteCounts derived,
      List<TableChanges> tables,
      List<String> warnings) {
    /// Copies the lists.
    public Changes {
      tables = List.copyOf(tables);
      warnings = List.copyOf(warnings);
    }
  }

  /// What was written and withdrawn of one type or field.
  ///
  /// @param table its name
  /// @param counts how many
  /// @param listed the first of them, each by its row, and by its keys where everybody may see them
  public record TableChanges(String table, WriteCounts counts, List<String> listed) {
    /// Copies the list.
    public TableChanges {
      listed = List.copyOf(listed);
    }

    private Stream<String> lines(boolean each) {
      var sums =
          String.format(
              Locale.ROOT,
              "%s: %,d created, %,d changed, %,d withdrawn",
              table,
              counts.created,
              counts.changed,
              counts.withdrawn);
      return each
          ? Stream.concat(Stream.of(sums), listed.stream().map(line -> "  " + line))
          : Stream.of(sums);
    }
  }

  /// How many nodes or relationships a load wrote.
  ///
  /// @param created those that were not there
  /// @param changed those that had other values
  /// @param withdrawn those that are gone, because no load states them any more
  /// @param unchanged those that were there with the values of the rows
  public record WriteCounts(long created, long changed, long withdrawn, long unchanged) {
    static final WriteCounts NONE = new WriteCounts(0, 0, 0, 0);

    WriteCounts plus(WriteCounts more) {
      return new WriteCounts(
          created + more.created,
          changed + more.changed,
          withdrawn + more.withdrawn,
          unchanged + more.unchanged);
    }

    /// {@return how many were created, changed or withdrawn}
    public long written() {
      return created + changed + withdrawn;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d created, %,d changed, %,d withdrawn, %,d unchanged",
          created,
          changed,
          withdrawn,
          unchanged);
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
    /// {@return whether the whole file was left out}
    public boolean wholeFile() {
      return at.line() == 1;
    }

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

  /// {@return how many nodes and relationships were created, changed or withdrawn, with what is
  /// derived}
  public long written() {
    return changes.nodes.written() + changes.relationships.written() + changes.derived.written();
  }

  /// {@return how many nodes and relationships already were as the rows say, with what is derived}
  public long unchanged() {
    return changes.nodes.unchanged + changes.relationships.unchanged + changes.derived.unchanged;
  }

  /// {@return the counts, in one line}
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%,d rows read, %,d skipped; nodes: %s; relationships: %s; derived: %s; data quality"
            + " issues: %,d of %d kinds",
        read,
        skipped.size(),
        changes.nodes,
        changes.relationships,
        changes.derived,
        issues.size(),
        byIssue().size());
  }

  /// Returns what was created, changed or withdrawn, by type or field.
  ///
  /// @param each whether to list each of them, up to a bound
  /// @return lines
  public List<String> differences(boolean each) {
    return changes.tables.stream()
        .filter(table -> table.counts.written() > 0)
        .flatMap(table -> table.lines(each))
        .toList();
  }

  /// {@return the counts, the warnings, then each skipped row, then the data quality issues by
  /// kind}
  public String text() {
    var text = new StringBuilder(summary()).append('\n');
    changes.warnings.forEach(warning -> text.append(warning).append('\n'));
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
