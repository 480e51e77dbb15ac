package nl.jeugdgraaf.plan;

import java.util.Optional;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.problem.Bug;

/// One relationship followed from one node to another, or a chain of them.
///
/// @param from where it starts, bound before
/// @param direction which way it is read, seen from `from`
/// @param relationship the relationship; of a chain, each of them
/// @param to where it leads; of a chain, each node that it reaches, once
/// @param chain how a chain goes on from node to node; absent where one relationship is followed
public record Hop(
    NodeVariable from,
    Direction direction,
    RelationshipVariable relationship,
    NodeVariable to,
    Optional<Chain> chain) {
  /// One step of a chain, and how many there are. The guards of the step hold for each of them; so
  /// that of the node at its end holds for the node at the end of the chain too.
  ///
  /// @param step from one node of the chain to the next
  /// @param most steps, at least 2
  public record Chain(Hop step, int most) {}

  /// One relationship.
  ///
  /// @param from where it starts, bound before
  /// @param direction which way it is read, seen from `from`
  /// @param relationship the relationship
  /// @param to where it leads
  public Hop(
      NodeVariable from, Direction direction, RelationshipVariable relationship, NodeVariable to) {
    this(from, direction, relationship, to, Optional.empty());
  }

  /// {@return whether it is a chain}
  public boolean isChain() {
    return chain.isPresent();
  }

  /// {@return the relationship, where it is one}
  public Optional<RelationshipVariable> single() {
    return isChain() ? Optional.empty() : Optional.of(relationship);
  }

  /// {@return whether it can lead from one node to several; where nothing tells, it can}
  public boolean leadsToMany() {
    return isChain() || isMany(from.entity(), direction);
  }

  /// {@return whether it can lead from several nodes to one; where nothing tells, it can}
  public boolean isShared() {
    return isChain() || isMany(to.entity(), direction.reversed());
  }

  private boolean isMany(NodeEntity of, Direction way) {
    return of.relationships().values().stream()
        .filter(field ->
            field.type().equals(relationship.type())
                && field.direction() == way
                && !field.isChain())
        .findFirst()
        .map(field -> field.target().many())
        .orElse(true);
  }

  /// {@return the same relationship followed the other way}
  ///
  /// @throws Bug if it is a chain, whose guards look the way that it goes
  public Hop reversed() {
    if (isChain()) {
      throw new Bug("a chain cannot be reversed: " + this);
    }
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
