package nl.jeugdgraaf.subjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.SubjectColumns;
import nl.jeugdgraaf.problem.Bug;

/// The columns of a query, while those are added that hold the youths about whom it reveals
/// something.
final class SubjectQuery {
  private final List<Column> columns;
  private final List<Integer> named = new ArrayList<>();
  private final List<SubjectColumns.Counted> counted = new ArrayList<>();
  private final Map<Integer, SubjectColumns.Nested> nested = new TreeMap<>();

  /// @param columns what the query returns anyhow
  SubjectQuery(List<Column> columns) {
    this.columns = new ArrayList<>(columns);
  }

  private int add(Column column) {
    int known = columns.indexOf(column);
    if (known >= 0) {
      return known;
    }
    columns.add(column);
    return columns.size() - 1;
  }

  /// Adds youths who are named.
  void named(List<Column> youths) {
    youths.forEach(column -> named.add(add(column)));
  }

  /// Adds youths who stand behind a number or a condition.
  ///
  /// @param youths lists of rows of one key, cut
  /// @param objects how many objects were counted
  void counted(List<Column> youths, Optional<Column> objects) {
    for (var column : youths) {
      counted.add(new SubjectColumns.Counted(add(column), objects.map(this::add)));
    }
  }

  /// Adds a query for itself.
  void query(Column column, SubjectColumns subjects) {
    int position = add(column);
    nested.put(position, new SubjectColumns.Nested.Rows(subjects));
  }

  /// Puts a column in the place of one that the query returns anyhow.
  ///
  /// @param subjects the columns of youths in each of its queries
  void replace(int position, Column column, List<SubjectColumns> subjects) {
    columns.set(position, column);
    if (subjects.stream().anyMatch(each -> !each.isEmpty())) {
      nested.put(
          position,
          switch (column) {
            case Column.NestedRows _ -> new SubjectColumns.Nested.Rows(subjects.getFirst());
            case Column.NestedRow _ -> new SubjectColumns.Nested.Row(subjects.getFirst());
            case Column.FirstOf _ -> new SubjectColumns.Nested.FirstOf(subjects);
            case Column.Value _, Column.Labels _ -> throw new Bug("no rows are nested here");
          });
    }
  }

  List<Column> columns() {
    return List.copyOf(columns);
  }

  SubjectColumns subjects() {
    return new SubjectColumns(named, counted, nested);
  }
}
