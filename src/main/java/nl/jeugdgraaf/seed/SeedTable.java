package nl.jeugdgraaf.seed;

import java.util.List;

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
/// @param rows the rows, read once
public record SeedTable(String name, String origin, List<String> columns, Iterable<SeedRow> rows) {

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
