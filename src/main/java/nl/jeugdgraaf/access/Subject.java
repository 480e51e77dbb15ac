package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Set;

/// How data of persons leads to the youths whose data it is.
///
/// @param path fields that lead to the youths, empty for a youth itself
/// @param identifiers fields of a youth whose values single it out, so that a condition on one of
///   them names the youth; empty for other types
public record Subject(List<String> path, Set<String> identifiers) {
  /// Copies the collections.
  public Subject {
    path = List.copyOf(path);
    identifiers = Set.copyOf(identifiers);
  }
}
