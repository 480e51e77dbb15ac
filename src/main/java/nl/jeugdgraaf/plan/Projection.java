package nl.jeugdgraaf.plan;

import java.util.List;

/// Rows, and what of each is returned: a list of values, one for each column.
///
/// @param rows the rows
/// @param columns what is returned, by position
public record Projection(Rows rows, List<Column> columns) {
  /// Copies the list.
  public Projection {
    columns = List.copyOf(columns);
  }

  /// One value of a returned row.
  public sealed interface Column {
    /// A single value.
    ///
    /// @param term which one
    record Value(Term term) implements Column {}

    /// The labels of a node, which tell its type.
    ///
    /// @param node the node
    record Labels(NodeVariable node) implements Column {}

    /// All rows of a nested query, as a list of lists.
    ///
    /// @param projection the nested query
    record NestedRows(Projection projection) implements Column {}

    /// The first row of a nested query, or null.
    ///
    /// @param projection the nested query, sorted
    record NestedRow(Projection projection) implements Column {}

    /// The first row of several nested queries, or null.
    ///
    /// @param projections the nested queries, at most one of which has a row
    record FirstOf(List<Projection> projections) implements Column {
      /// Copies the list.
      public FirstOf {
        projections = List.copyOf(projections);
      }
    }
  }
}
