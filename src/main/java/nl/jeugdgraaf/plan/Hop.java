package nl.jeugdgraaf.plan;

import nl.jeugdgraaf.model.RelationshipField.Direction;

/// One relationship followed from one node to another.
///
/// @param from where it starts, bound before
/// @param direction which way it is read, seen from `from`
/// @param relationship the relationship
/// @param to where it leads
public record Hop(
    NodeVariable from, Direction direction, RelationshipVariable relationship, NodeVariable to) {
  /// {@return the same relationship followed the other way}
  public Hop reversed() {
    return new Hop(to, direction.reversed(), relationship, from);
  }

  @Override
  public String toString() {
    var arrow =
        switch (direction) {
          case OUT -> "-[%s]->";
          case IN -> "<-[%s]-";
          case BOTH -> "-[%s]-";
        };
    return from.name() + arrow.formatted(relationship) + "(" + to + ")";
  }
}
