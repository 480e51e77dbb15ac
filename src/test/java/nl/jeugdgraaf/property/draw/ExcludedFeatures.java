package nl.jeugdgraaf.property.draw;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What is not drawn in this run: `-Dproperty.without=A,B` leaves two things out, so that a known
/// difference does not hide the next one.
public enum ExcludedFeatures {
  /// `@asOf` on a field between a connection and its nodes.
  DAYS_IN_CONNECTIONS,
  /// `@asOf` on any field.
  DAYS_ON_FIELDS,
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
  /// `globalId`, and what looks nodes up by it.
  GLOBAL_IDS,
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
  /// `@history`.
  HISTORY,
  /// `changes`.
  CHANGES;

  private static final Set<ExcludedFeatures> GIVEN = EnumSet.noneOf(ExcludedFeatures.class);

  static {
    Arrays.stream(System.getProperty("property.without", "").split(","))
        .filter(name -> !name.isBlank())
        .forEach(name -> GIVEN.add(valueOf(name)));
  }

  /// Returns whether it is left out in the whole run.
  boolean holds() {
    return GIVEN.contains(this);
  }

  /// Returns what is left out in the whole run, and some more.
  public static Set<ExcludedFeatures> and(Set<ExcludedFeatures> more) {
    var all = EnumSet.copyOf(GIVEN);
    all.addAll(more);
    return all;
  }
}
