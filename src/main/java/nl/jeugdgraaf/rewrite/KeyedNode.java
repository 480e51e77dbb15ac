package nl.jeugdgraaf.rewrite;

import java.util.List;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;

/// Conditions on the node with a key, where that node was looked up before.
///
/// `SOME{x-r-n | n.key = v}` is `SOME{x-r-m}` where `m` is the node with the key `v`: a constraint
/// of the database lets only one node of a type have a key. Of an interface several could.
///
/// @param lookup what was looked up
public record KeyedNode(Rows.Lookup lookup) {
  /// {@return a hop to the same nodes, the guard of which looks nothing up that is known}
  ///
  /// @param hop a hop after the look-up
  public Hop in(Hop hop) {
    var guard = in(hop.to().guard());
    return guard.equals(hop.to().guard()) ? hop : Binder.restated(hop, guard);
  }

  /// Returns a condition that holds for the same rows and looks nothing up that is known.
  ///
  /// @param where a condition after the look-up
  /// @return the same condition, or the better one
  public Predicate in(Predicate where) {
    return switch (where) {
      case Predicate.And(var parts) -> new Predicate.And(in(parts));
      case Predicate.Or(var parts) -> new Predicate.Or(in(parts));
      case Predicate.Not(var part) -> new Predicate.Not(in(part));
      case Predicate.SemiJoin(var hop, var inner, var quantity) ->
          isMeant(hop.to(), inner)
              ? new Predicate.SemiJoin(
                  new Hop(hop.from(), hop.direction(), hop.relationship(), lookup.node()),
                  Predicate.Always.TRUE,
                  quantity)
              : new Predicate.SemiJoin(hop, in(inner), quantity);
      default -> where;
    };
  }

  private List<Predicate> in(List<Predicate> parts) {
    return parts.stream().map(this::in).toList();
  }

  /// Returns whether a condition says of a node that it has the key, and no more.
  private boolean isMeant(NodeVariable node, Predicate where) {
    return lookup.key().of().entity() instanceof NodeType
        && node.guard().equals(Predicate.Always.TRUE)
        && lookup.node().guard().equals(Predicate.Always.TRUE)
        && where.conjuncts().stream().anyMatch(part -> isKey(part, node))
        && where.conjuncts().stream().allMatch(part -> isKey(part, node) || isType(part, node));
  }

  private boolean isKey(Predicate part, NodeVariable node) {
    return part
            instanceof Predicate.Compare(Property property, Predicate.Operator operator, var value)
        && operator == Predicate.Operator.EQ
        && property.isOpen()
        && property.of().name().equals(node.name())
        && property.of().entity().equals(lookup.key().of().entity())
        && property.attribute().equals(lookup.key().attribute())
        && value instanceof Parameter given
        && given.isSame(lookup.value());
  }

  private boolean isType(Predicate part, NodeVariable node) {
    return part instanceof Predicate.HasLabel(var labelled)
        && labelled.name().equals(node.name())
        && labelled.entity().equals(lookup.key().of().entity());
  }
}
