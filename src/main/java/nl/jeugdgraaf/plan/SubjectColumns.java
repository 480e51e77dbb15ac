package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where, in the rows of a query, the youths stand of whom it tells something.
///
/// @param named positions of the key of a youth, or of a list of rows of one: each is named
/// @param counted youths who stand behind a number or a condition
/// @param nested where they stand in nested rows, by the position of these
public record SubjectColumns(
    List<Integer> named, List<Counted> counted, Map<Integer, Nested> nested) {
  /// Behind a number or a condition, youths are named if there are fewer than this.
  public static final int NAMED_BELOW = 10;

  /// A query that tells nothing of any youth.
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

  /// Where youths stand in what a column of nested rows holds.
  public sealed interface Nested {
    /// A list of rows.
    ///
    /// @param each where they stand in each row
    record Rows(SubjectColumns each) implements Nested {}

    /// A row or null.
    ///
    /// @param columns where they stand in it
    record Row(SubjectColumns columns) implements Nested {}

    /// A row of one of several queries or null; its last value is the position of the query.
    ///
    /// @param queries where they stand in the row of each query
    record FirstOf(List<SubjectColumns> queries) implements Nested {
      /// Copies the list.
      public FirstOf {
        queries = List.copyOf(queries);
      }
    }
  }

  /// Returns where youths stand in rows that end with the columns of another query.
  ///
  /// @param added where they stand in these columns
  /// @param start position of the first of them
  /// @return the places in the whole row
  public SubjectColumns with(SubjectColumns added, int start) {
    var allNamed = new ArrayList<>(named);
    added.named.forEach(position -> allNamed.add(start + position));
    var allCounted = new ArrayList<>(counted);
    added.counted.forEach(each ->
        allCounted.add(
            new Counted(start + each.youths, each.objects.map(position -> start + position))));
    var allNested = new TreeMap<>(nested);
    added.nested.forEach((position, rows) -> allNested.put(start + position, rows));
    return new SubjectColumns(allNamed, allCounted, allNested);
  }

  /// {@return whether the query tells nothing of any youth}
  public boolean isEmpty() {
    return named.isEmpty() && counted.isEmpty() && nested.isEmpty();
  }
}
