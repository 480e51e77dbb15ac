package nl.jeugdgraaf.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The columns of a query that hold the youths about whom its rows reveal something.
///
/// @param named positions of the key of a youth, or of a list of rows of one: each is named
/// @param counted youths who stand behind a number or a condition
/// @param nested those in nested rows, by the position of these
public record SubjectColumns(
    List<Integer> named, List<Counted> counted, Map<Integer, Nested> nested) {
  /// Behind a number or a condition, youths are named if there are fewer than this.
  public static final int NAMED_BELOW = 10;

  /// A query that reveals nothing about any youth.
  public static final SubjectColumns NONE = new SubjectColumns(List.of(), List.of(), Map.of());

  /// Copies the collections.
  public SubjectColumns {
    named = List.copyOf(named);
    counted = List.copyOf(counted);
    nested = Collections.unmodifiableMap(new TreeMap<>(nested));
  }

  /// Youths behind a number or a condition.
  ///
  /// @param youths position of a list of rows of one key, no more than [#NAMED_BELOW]
  /// @param objects position of how many objects were counted; absent where nothing was
  public record Counted(int youths, Optional<Integer> objects) {}

  /// Columns of youths inside a column of nested rows.
  public sealed interface Nested {
    /// A list of rows.
    ///
    /// @param each those of each row
    record Rows(SubjectColumns each) implements Nested {}

    /// A row or null.
    ///
    /// @param columns those of the row
    record Row(SubjectColumns columns) implements Nested {}

    /// A row of one of several queries or null; its last value is the position of the query.
    ///
    /// @param queries those of the row of each query
    record FirstOf(List<SubjectColumns> queries) implements Nested {
      /// Copies the list.
      public FirstOf {
        queries = List.copyOf(queries);
      }
    }
  }

  /// {@return whether the query reveals nothing about any youth}
  public boolean isEmpty() {
    return named.isEmpty() && counted.isEmpty() && nested.isEmpty();
  }
}
