package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.seed.SeedReport.FoundIssue;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;
import nl.jeugdgraaf.seed.SeedReport.SkippedRow;
import nl.jeugdgraaf.seed.SeedReport.WriteCounts;

/// Collects the report of one load while it runs.
///
/// A message may end up in a log. It therefore quotes no cell of a table about youths: it gives the
/// file, the line, the column and the rule.
final class ReportBuilder {
  private final List<SkippedRow> skipped = new ArrayList<>();
  private final List<FoundIssue> issues = new ArrayList<>();
  private WriteCounts nodes = WriteCounts.NONE;
  private WriteCounts relationships = WriteCounts.NONE;
  private long read;

  void rowRead() {
    read++;
  }

  /// Counts the nodes that a statement was asked to write, and those that it changed.
  void nodes(long asked, long changed) {
    nodes = nodes.plus(changed, asked - changed);
  }

  /// Counts the relationships that a statement was asked to write, and those that it changed.
  void relationships(long asked, long changed) {
    relationships = relationships.plus(changed, asked - changed);
  }

  /// Counts what was asked for and what was changed of the nodes or relationships of a table.
  void count(TypedTable table, long asked, long changed) {
    switch (table) {
      case TypedTable.NodeTable _ -> nodes(asked, changed);
      case TypedTable.RelationshipTable _ -> relationships(asked, changed);
    }
  }

  void skip(RowLocation at, String message) {
    skipped.add(new SkippedRow(at, message));
  }

  void add(DataQualityIssue issue, RowLocation at, String message) {
    issues.add(new FoundIssue(issue, at, message));
  }

  SeedReport build() {
    return new SeedReport(read, nodes, relationships, skipped, issues);
  }
}
