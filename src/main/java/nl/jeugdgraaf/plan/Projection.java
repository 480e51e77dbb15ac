package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.function.UnaryOperator;

/// Rows, and what of each is returned: a list of values, one for each column.
///
/// @param rows the rows
/// @param columns what is returned, by position
public record Projection(Rows rows, List<Column> columns) {
  /// Copies the list.
  public Projection {
    columns = List.copyOf(columns);
  }

  /// {@return the same columns over other rows}
  ///
  /// @param other the rows
  public Projection withRows(Rows other) {
    return new Projection(other, columns);
  }

  /// {@return other columns over the same rows}
  ///
  /// @param others the columns
  public Projection withColumns(List<Column> others) {
    return new Projection(rows, others);
  }

  /// One value of a returned row.
  public sealed interface Column {
    /// {@return the queries nested in the column; a count is a query without columns}
    default List<Projection> nested() {
      return switch (this) {
        case Value(Term.Count(var rows)) -> List.of(new Projection(rows, List.of()));
        case Value _, Labels _ -> List.of();
        case NestedRows(var projection) -> List.of(projection);
        case NestedRow(var projection) -> List.of(projection);
        case FirstOf(var projections) -> projections;
      };
    }

    /// {@return the same column, each query nested in it changed}
    ///
    /// @param change gives another query, or the same
    default Column mapNested(UnaryOperator<Projection> change) {
      return switch (this) {
        case Value(Term.Count(var rows)) ->
            new Value(new Term.Count(change.apply(new Projection(rows, List.of())).rows()));
        case Value _, Labels _ -> this;
        case NestedRows(var projection) -> new NestedRows(change.apply(projection));
        case NestedRow(var projection) -> new NestedRow(change.apply(projection));
        case FirstOf(var projections) -> new FirstOf(projections.stream().map(change).toList());
      };
    }

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
