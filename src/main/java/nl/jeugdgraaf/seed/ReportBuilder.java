package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import nl.jeugdgraaf.seed.SeedReport.Changes;
import nl.jeugdgraaf.seed.SeedReport.FoundIssue;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;
import nl.jeugdgraaf.seed.SeedReport.SkippedRow;
import nl.jeugdgraaf.seed.SeedReport.TableChanges;
import nl.jeugdgraaf.seed.SeedReport.WriteCounts;
import org.jspecify.annotations.Nullable;

/// Collects the report of one load while it runs.
///
/// A message may end up in a log. It therefore quotes no cell of a table about youths: it gives the
/// file, the line, the column and the rule.
final class ReportBuilder {
  /// How many single changes of one table are listed.
  private static final int LISTED_MAX = 100;

  private final Set<String> publicTypes;
  private final List<SkippedRow> skipped = new ArrayList<>();
  private final List<FoundIssue> issues = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final SequencedMap<String, Table> tables = new TreeMap<>();
  private long read;

  /// @param publicTypes types of which everybody may see every node or relationship, so that a
  ///   change is listed with keys
  ReportBuilder(Set<String> publicTypes) {
    this.publicTypes = publicTypes;
  }

  /// In which sum something counts.
  enum Kind {
    /// Nodes of rows.
    NODES,
    /// Relationships of rows.
    RELATIONSHIPS,
    /// What follows from rows.
    DERIVED
  }

  /// What was created, changed or withdrawn.
  ///
  /// @param table name of its table
  /// @param types its type and those of its ends
  /// @param keys its keys, which are shown only where everybody may see the types
  /// @param at the row that states it, if any
  record Subject(String table, List<String> types, String keys, @Nullable RowLocation at) {}

  private static final class Table {
    private final Kind kind;
    private WriteCounts counts = WriteCounts.NONE;
    private final List<String> listed = new ArrayList<>();

    private Table(Kind kind) {
      this.kind = kind;
    }
  }

  void rowRead() {
    read++;
  }

  long rowsRead() {
    return read;
  }

  void created(Kind kind, Subject subject) {
    count(kind, subject.table(), new WriteCounts(1, 0, 0, 0));
    list(kind, "created", subject);
  }

  void changed(Kind kind, Subject subject) {
    count(kind, subject.table(), new WriteCounts(0, 1, 0, 0));
    list(kind, "changed", subject);
  }

  void withdrawn(Kind kind, Subject subject) {
    count(kind, subject.table(), new WriteCounts(0, 0, 1, 0));
    list(kind, "withdrawn", subject);
  }

  void unchanged(Kind kind, String table, long times) {
    count(kind, table, new WriteCounts(0, 0, 0, times));
  }

  /// Counts what was derived, without listing it.
  void derived(String table, WriteCounts counts) {
    count(Kind.DERIVED, table, counts);
  }

  /// Counts what was asked for and what was created of a generated table.
  void count(TypedTable typed, long asked, long created) {
    var kind = typed instanceof TypedTable.NodeTable ? Kind.NODES : Kind.RELATIONSHIPS;
    count(kind, typed.table().name(), new WriteCounts(created, 0, 0, asked - created));
  }

  private void count(Kind kind, String name, WriteCounts more) {
    var table = tables.computeIfAbsent(name, _ -> new Table(kind));
    table.counts = table.counts.plus(more);
  }

  private void list(Kind kind, String change, Subject subject) {
    var keys = publicTypes.containsAll(subject.types()) ? " " + subject.keys() : "";
    var at = subject.at() == null ? "" : " (" + subject.at() + ")";
    var table = tables.get(subject.table());
    if (kind != Kind.DERIVED
        && table != null
        && table.listed.size() < LISTED_MAX
        && !(keys + at).isEmpty()) {
      table.listed.add(change + keys + at);
    }
  }

  void skip(RowLocation at, String message) {
    skipped.add(new SkippedRow(at, message));
  }

  /// Returns whether any row or file was skipped so far.
  boolean skippedAny() {
    return !skipped.isEmpty();
  }

  void add(DataQualityIssue issue, RowLocation at, String message) {
    issues.add(new FoundIssue(issue, at, message));
  }

  /// Adds what whoever loads must know, without a key of a person.
  void warn(String message) {
    warnings.add(message);
  }

  /// Returns whether there is nothing that the next load could do better.
  boolean complete() {
    return skipped.isEmpty() && warnings.isEmpty();
  }

  SeedReport build() {
    var changes = new ArrayList<TableChanges>();
    tables.forEach(
        (name, table) -> changes.add(new TableChanges(name, table.counts, table.listed)));
    return new SeedReport(
        read,
        new Changes(sum(Kind.NODES), sum(Kind.RELATIONSHIPS), sum(Kind.DERIVED), changes, warnings),
        skipped,
        issues);
  }

  private WriteCounts sum(Kind kind) {
    return tables.values().stream()
        .filter(table -> table.kind == kind)
        .map(table -> table.counts)
        .reduce(WriteCounts.NONE, WriteCounts::plus);
  }
}
