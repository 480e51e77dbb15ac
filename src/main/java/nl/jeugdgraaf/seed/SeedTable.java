package nl.jeugdgraaf.seed;

import java.util.List;
import java.util.Optional;

/// A table of seed data: nodes of a type, or relationships of a field.
///
/// The name says which: `Provider` contains nodes; `Provider.contractedProducts` contains the
/// relationships behind that field of `Provider`. A node table has a column for each attribute that
/// it sets. A relationship table has the columns `from` (key of the node with the field) and `to`
/// (key of the target), and one for each property. An empty cell is null; list elements are
/// separated by `|`.
///
/// @param name `Type` or `Type.field`
/// @param origin file name, or another word for where the rows come from
/// @param columns column names, in order
/// @param rows the rows; every iteration gives the same ones
/// @param generated what is known about rows that a program makes; empty for rows of a file
public record SeedTable(
    String name,
    String origin,
    List<String> columns,
    Iterable<SeedRow> rows,
    Optional<Generated> generated) {

  /// Creates a table of rows that no program makes.
  ///
  /// @param name `Type` or `Type.field`
  /// @param origin where the rows come from
  /// @param columns column names, in order
  /// @param rows the rows; every iteration gives the same ones
  public SeedTable(String name, String origin, List<String> columns, Iterable<SeedRow> rows) {
    this(name, origin, columns, rows, Optional.empty());
  }

  /// What is known about rows that a program makes: they are well-formed, no two of them describe
  /// the same node or relationship, and equal fingerprints mean equal rows.
  ///
  /// @param fingerprint differs when the rows differ
  /// @param rowsAbout about how many there are
  public record Generated(String fingerprint, long rowsAbout) {}

  /// One row.
  ///
  /// @param line line in the file; the header is line 1
  /// @param cells as many as there are columns, if the row is well-formed
  /// @param fault why the line could not be split into cells; empty if it could
  public record SeedRow(long line, List<String> cells, String fault) {
    /// Creates a row that could be split into cells.
    ///
    /// @param line line in the file
    /// @param cells its cells
    public SeedRow(long line, List<String> cells) {
      this(line, cells, "");
    }
  }
}
