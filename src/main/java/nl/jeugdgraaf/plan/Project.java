package nl.jeugdgraaf.plan;

import java.util.List;

/// Rows, and what of each is returned: a list of values, one for each column.
///
/// @param rows the rows
/// @param columns what is returned, by position
public record Project(Rows rows, List<Column> columns) {
  /// Copies the list.
  public Project {
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
    record Labels(BoundNode node) implements Column {}

    /// All rows of a nested query, as a list of lists.
    ///
    /// @param project the nested query
    record Many(Project project) implements Column {}

    /// The first row of a nested query, or null.
    ///
    /// @param project the nested query, sorted
    record One(Project project) implements Column {}

    /// The first row of several nested queries, or null.
    ///
    /// @param projects the nested queries, at most one of which has a row
    record Any(List<Project> projects) implements Column {
      /// Copies the list.
      public Any {
        projects = List.copyOf(projects);
      }
    }
  }
}
