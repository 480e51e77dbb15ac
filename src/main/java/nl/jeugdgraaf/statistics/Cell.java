package nl.jeugdgraaf.statistics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many persons of a fact have some values, in one region or in all.
///
/// The same cell can be in several tables: the youths of a municipality are a cell of the table of
/// municipalities, and what the cells of a municipality in the table of municipalities and segments
/// add up to.
///
/// @param region key of the region, or empty for all
/// @param values values by dimension; none for the whole fact
/// @param persons how many persons
record Cell(String region, SortedMap<String, String> values, long persons) {
  /// Copies the map.
  Cell {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// Which cell it is.
  ///
  /// @param region key of the region, or empty
  /// @param values values by dimension
  record Address(String region, SortedMap<String, String> values) {
    /// {@return the cell that this one is a part of when a dimension is left out}
    ///
    /// @param dimension which one
    Address without(String dimension) {
      var left = new TreeMap<>(values);
      left.remove(dimension);
      return new Address(region, left);
    }
  }

  Address address() {
    return new Address(region, values);
  }
}
