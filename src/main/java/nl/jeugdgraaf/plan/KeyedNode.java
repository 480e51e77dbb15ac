package nl.jeugdgraaf.plan;

import java.util.List;
import nl.jeugdgraaf.model.NodeType;

/// Conditions on the node with a key, where that node was looked up before.
///
/// `SOME{x-r-n | n.key = v}` is `SOME{x-r-m}` where `m` is the node with the key `v`: a constraint
/// of the database lets only one node of a type have a key. Of an interface several could.
///
/// @param lookup what was looked up
public record KeyedNode(Rows.Lookup lookup) {
  /// Returns a hop to the same nodes, the guard of which looks nothing up that is known.
  ///
  /// @param hop a hop after the look-up
  /// @return the same hop, or the better one
  public Hop in(Hop hop) {
    var guard = in(hop.to().guard());
    return guard.equals(hop.to().guard()) ? hop : Binder.restated(hop, guard);
  }

  /// Returns a condition that holds for the same rows and looks nothing up that is known.
  ///
  /// @param where a condition after the look-up
  /// @return the same condition, or the better one
  public Where in(Where where) {
    return switch (where) {
      case Where.And(var parts) -> new Where.And(in(parts));
      case Where.Or(var parts) -> new Where.Or(in(parts));
      case Where.Not(var part) -> new Where.Not(in(part));
      case Where.SemiJoin(var hop, var inner, var quantity) ->
          isMeant(hop.to(), inner)
              ? new Where.SemiJoin(
                  new Hop(hop.from(), hop.direction(), hop.edge(), lookup.node()),
                  Where.Always.TRUE,
                  quantity)
              : new Where.SemiJoin(hop, in(inner), quantity);
      default -> where;
    };
  }

  private List<Where> in(List<Where> parts) {
    return parts.stream().map(this::in).toList();
  }

  /// Returns whether a condition says of a node that it has the key, and no more.
  private boolean isMeant(BoundNode node, Where where) {
    return lookup.key().of().entity() instanceof NodeType
        && node.guard().equals(Where.Always.TRUE)
        && lookup.node().guard().equals(Where.Always.TRUE)
        && where.conjuncts().stream().anyMatch(part -> isKey(part, node))
        && where.conjuncts().stream().allMatch(part -> isKey(part, node) || isType(part, node));
  }

  private boolean isKey(Where part, BoundNode node) {
    return part instanceof Where.Compare(Property property, Where.Operator operator, var value)
        && operator == Where.Operator.EQ
        && property.isOpen()
        && property.of().variable().equals(node.variable())
        && property.of().entity().equals(lookup.key().of().entity())
        && property.attribute().equals(lookup.key().attribute())
        && value instanceof Parameter given
        && given.isSame(lookup.value());
  }

  private boolean isType(Where part, BoundNode node) {
    return part instanceof Where.Labelled(var labelled)
        && labelled.variable().equals(node.variable())
        && labelled.entity().equals(lookup.key().of().entity());
  }
}
