package nl.jeugdgraaf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The days that say when nodes of a type are there, when they are active, and when their values
/// are known. All are names of attributes.
///
/// @param since the first day on which a node is there; where it is missing, the node is always
///   there
/// @param active the days on which a node is active
/// @param knownFrom for an attribute, the day before which its value counts as missing; where that
///   day is missing itself, the value never does
public record Lifetime(
    Optional<String> since, Optional<Active> active, SequencedMap<String, String> knownFrom) {
  /// Nodes are there on every day, and never active.
  public static final Lifetime ALWAYS =
      new Lifetime(Optional.empty(), Optional.empty(), new LinkedHashMap<>());

  /// Copies the map.
  public Lifetime {
    knownFrom = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(knownFrom));
  }

  /// When nodes of a type are active: from a known day up to, but not including, another, which can
  /// be missing.
  ///
  /// @param from the first day
  /// @param to the first day after it: then the node has ended
  public record Active(String from, String to) {}
}
