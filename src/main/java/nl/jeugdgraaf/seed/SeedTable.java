package nl.jeugdgraaf.seed;

import java.util.List;
import java.util.Optional;

/// Rows of one kind: nodes of a type, or relationships of a field.
///
/// The name says which: `Provider` holds nodes, `Provider.contractedProducts` holds relationships
/// that this field of `Provider` follows. Node tables have a column for each attribute that they
/// set; relationship tables have `from` (key of the node that has the field), `to` (key of the
/// target) and a column for each property. An empty cell is null; lists are separated by `|`.
///
/// @param name `Type` or `Type.field`
/// @param origin file name, or another word for where the rows come from
/// @param columns column names, in order
/// @param rows the rows, the same whenever they are read
/// @param generated what is known of rows that a program makes; empty for those of a file
public record SeedTable(
    String name,
    String origin,
    List<String> columns,
    Iterable<SeedRow> rows,
    Optional<Generated> generated) {

  /// Creates a table of which nothing is known but its rows.
  ///
  /// @param name `Type` or `Type.field`
  /// @param origin where the rows come from
  /// @param columns column names, in order
  /// @param rows the rows, the same whenever they are read
  public SeedTable(String name, String origin, List<String> columns, Iterable<SeedRow> rows) {
    this(name, origin, columns, rows, Optional.empty());
  }

  /// What is known of rows that a program makes: they are well-formed, none states what another
  /// states, and they are the same whenever the fingerprint is.
  ///
  /// @param fingerprint differs when the rows do
  /// @param rowsAbout about how many there are
  public record Generated(String fingerprint, long rowsAbout) {}

  /// One row.
  ///
  /// @param line line in the file, from 1, the header being line 1
  /// @param cells as many as there are columns, if the row is well-formed
  /// @param fault why the line could not be cut into cells, empty if it could
  public record SeedRow(long line, List<String> cells, String fault) {
    /// Creates a row that could be cut into cells.
    ///
    /// @param line line in the file
    /// @param cells its cells
    public SeedRow(long line, List<String> cells) {
      this(line, cells, "");
    }
  }
}
