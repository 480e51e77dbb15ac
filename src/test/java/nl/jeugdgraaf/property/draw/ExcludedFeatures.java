package nl.jeugdgraaf.property.draw;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is not drawn in this run: `-Dproperty.without=A,B` leaves two things out, so that a known
/// difference does not hide the next one. What the server cannot do yet is left out, unless
/// `-Dproperty.with=A` draws it.
public enum ExcludedFeatures {
  /// `asOf` of fields of which the operation as a whole does not fix the day, and days in ids.
  DAYS_OF_FIELDS,
  /// A stored single value where the schema promises a list.
  SINGLE_FOR_LIST,
  /// Stored values that the schema forbids.
  WRONG_VALUES,
  /// Stored values that are missing.
  MISSING_VALUES,
  /// Nodes of two types with one key.
  SHARED_KEYS,
  /// Fragments with a name.
  FRAGMENTS,
  /// `@skip` and `@include`.
  CONDITIONS,
  /// Connections at the root.
  ROOT_CONNECTIONS,
  /// `last`, `pageInfo` and cursors.
  PAGES,
  /// Statistics and numbers of different values.
  STATISTICS,
  /// `groups`.
  GROUPS,
  /// Groups in which no number is asked.
  BARE_GROUPS,
  /// `first` and `offset` of groups.
  GROUP_PAGES,
  /// `sort` of groups.
  GROUP_SORTS,
  /// `id`, and what looks nodes up by it.
  IDS,
  /// `id` in the key of a group.
  KEY_IDS,
  /// Numbers of related nodes in a group, which continue from the nodes in its key.
  KEYED_COUNTS,
  /// Days on which the nodes of a group are active.
  ACTIVE_ON,
  /// Days by which nodes are there and states are decided, and what is computed from them.
  DECIDING_DAYS,
  /// Computed fields.
  COMPUTED,
  /// Filters that ignore letter case.
  CASE_INSENSITIVE,
  /// Filters by type.
  TYPENAMES,
  /// Filters on connections.
  CONNECTION_FILTERS,
  /// Filters on the totals of connections.
  AGGREGATE_FILTERS,
  /// Filters on periods.
  PERIODS,
  /// Sorts by what is related.
  RELATED_SORTS,
  /// `history`.
  HISTORY,
  /// `changes`.
  CHANGES;

  /// What the reference does not answer: a test of its own holds it against asking for each day.
  private static final Set<ExcludedFeatures> UNKNOWN = EnumSet.of(ACTIVE_ON);

  private static final Set<ExcludedFeatures> GIVEN = EnumSet.copyOf(UNKNOWN);

  static {
    GIVEN.removeAll(named("property.with"));
    GIVEN.addAll(named("property.without"));
  }

  private static List<ExcludedFeatures> named(String property) {
    return Arrays.stream(System.getProperty(property, "").split(","))
        .filter(name -> !name.isBlank())
        .map(ExcludedFeatures::valueOf)
        .toList();
  }

  /// Returns whether it is left out in the whole run.
  boolean holds() {
    return GIVEN.contains(this);
  }

  /// Returns what is left out in the whole run, and some more.
  public static Set<ExcludedFeatures> and(Set<ExcludedFeatures> more) {
    var all = EnumSet.noneOf(ExcludedFeatures.class);
    all.addAll(GIVEN);
    all.addAll(more);
    return all;
  }
}
