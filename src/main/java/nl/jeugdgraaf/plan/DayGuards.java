package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Predicate.Always;
import nl.jeugdgraaf.problem.Bug;

/// What must hold for a node, a relationship or a value to be there on a day.
///
/// The days that decide it are read without a guard: the check of the access rules has found that
/// whoever sees what they decide may read them.
final class DayGuards {
  private DayGuards() {}

  /// A node is there from the day of its type on, or always where that day is missing.
  static Predicate isThere(NodeVariable node, NodeType type) {
    return type.lifetime()
        .since()
        .<Predicate>map(
            day -> hasCome(new Property(node, type.attribute(day), Always.TRUE), node.day()))
        .orElse(Always.TRUE);
  }

  /// A value is known from the day of its attribute on, or always where that day is missing.
  static Predicate isKnown(Variable of, Attribute attribute) {
    return of instanceof NodeVariable node && node.entity() instanceof NodeType type
        ? Optional.ofNullable(type.lifetime().knownFrom().get(attribute.name()))
            .<Predicate>map(
                day -> hasCome(new Property(node, type.attribute(day), Always.TRUE), node.day()))
            .orElse(Always.TRUE)
        : Always.TRUE;
  }

  /// The node of a relationship has ended by the day, the relationship began by then, and no other
  /// one lasted longer.
  ///
  /// @param edge the relationship
  /// @param node the end of it that has the field
  /// @param last the field
  /// @param other leads from the node to those that the field could show instead
  static Predicate isLast(
      RelationshipVariable edge, NodeVariable node, Model.LastField last, Hop other) {
    var end = new Property(node, last.owner().attribute(last.end()), Always.TRUE);
    return Predicate.and(
        List.of(
            new Predicate.Compare(end, Predicate.Operator.LTE, edge.day()),
            began(edge),
            Predicate.not(
                new Predicate.SemiJoin(
                    other, lastsLonger(other.relationship(), edge), Predicate.Quantity.SOME))));
  }

  private static Predicate lastsLonger(RelationshipVariable one, RelationshipVariable other) {
    var end = day(one, RelationshipProperties.VALID_TO);
    var otherEnd = day(other, RelationshipProperties.VALID_TO);
    var isOpen = List.of(new Predicate.IsNull(end), Predicate.not(new Predicate.IsNull(otherEnd)));
    return Predicate.and(
        List.of(
            began(one),
            Predicate.or(
                List.of(
                    new Predicate.Compare(end, Predicate.Operator.GT, otherEnd),
                    Predicate.and(isOpen)))));
  }

  private static Predicate began(RelationshipVariable edge) {
    return hasCome(day(edge, RelationshipProperties.VALID_FROM), edge.day());
  }

  private static Predicate hasCome(Property stored, Term day) {
    return Predicate.not(new Predicate.Compare(stored, Predicate.Operator.GT, day));
  }

  private static Property day(RelationshipVariable edge, String name) {
    var attribute = edge.entity().attributes().get(name);
    if (attribute == null) {
      throw new Bug("no day " + edge.entity().name() + "." + name);
    }
    return new Property(edge, attribute, Always.TRUE);
  }
}
