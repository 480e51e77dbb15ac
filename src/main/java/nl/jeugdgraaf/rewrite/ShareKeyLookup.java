package nl.jeugdgraaf.rewrite;

import java.util.Optional;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.GuardRelaxation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;

/// Looks a node up once.
///
/// `Filter(... Lookup m v ..., SOME{x-r-n | n.key = v}) -> Filter(... Lookup m v ...,
/// SOME{x-r-m})`, and the same in the guard of a hop.
///
/// Sound because a constraint of the database lets only one node of a type have a key; of an
/// interface several could, so the law leaves interfaces alone. Where the caller's organisation is
/// where the rows begin, a rule that names it again follows a relationship to the node that is
/// there, and asks no index for each row: a tenth less time of the database for a page of the
/// largest provider of the bench.
record ShareKeyLookup() implements Law {
  @Override
  public Projection apply(Projection query) {
    return query.withRows(shared(query.rows()));
  }

  private static Rows shared(Rows rows) {
    var inner = rows.mapChildren(ShareKeyLookup::shared);
    if (inner instanceof Rows.Filter(var source, var predicate)) {
      return new Rows.Filter(
          source, lookup(source).map(known -> shared(predicate, known)).orElse(predicate));
    }
    if (inner instanceof Rows.Expand(var source, var hop)) {
      return new Rows.Expand(source, lookup(source).map(known -> shared(hop, known)).orElse(hop));
    }
    return inner instanceof Rows.OptionalExpand(var source, var hop)
        ? new Rows.OptionalExpand(
            source, lookup(source).map(known -> shared(hop, known)).orElse(hop))
        : inner;
  }

  /// Returns the look-up with which rows begin, where its node is still bound after them.
  private static Optional<Rows.Lookup> lookup(Rows rows) {
    if (rows instanceof Rows.Lookup lookup) {
      return Optional.of(lookup);
    }
    return rows instanceof Rows.Expand
            || rows instanceof Rows.OptionalExpand
            || rows instanceof Rows.Filter
        ? lookup(rows.children().getFirst())
        : Optional.empty();
  }

  private static Hop shared(Hop hop, Rows.Lookup known) {
    var guard = shared(hop.to().guard(), known);
    return guard.equals(hop.to().guard()) ? hop : GuardRelaxation.withGuard(hop, guard);
  }

  private static Predicate shared(Predicate predicate, Rows.Lookup known) {
    return predicate instanceof Predicate.SemiJoin(var hop, var inner, var quantity)
            && asksOnlyKey(hop.to(), inner, known)
        ? new Predicate.SemiJoin(
            new Hop(hop.from(), hop.direction(), hop.relationship(), known.node()),
            Predicate.Always.TRUE,
            quantity)
        : predicate.mapChildren(part -> shared(part, known));
  }

  /// Returns whether a predicate says of a node that it has the key, and no more.
  private static boolean asksOnlyKey(NodeVariable node, Predicate predicate, Rows.Lookup known) {
    return known.key().of().entity() instanceof NodeType
        && node.guard().equals(Predicate.Always.TRUE)
        && known.node().guard().equals(Predicate.Always.TRUE)
        && predicate.conjuncts().stream().anyMatch(part -> isKey(part, node, known))
        && predicate.conjuncts().stream()
            .allMatch(part -> isKey(part, node, known) || isType(part, node, known));
  }

  private static boolean isKey(Predicate part, NodeVariable node, Rows.Lookup known) {
    return part instanceof Predicate.Compare(Property property, var operator, var value)
        && operator == Predicate.Operator.EQ
        && property.isOpen()
        && property.of().name().equals(node.name())
        && property.of().entity().equals(known.key().of().entity())
        && property.attribute().equals(known.key().attribute())
        && value instanceof Parameter given
        && given.isSame(known.value());
  }

  private static boolean isType(Predicate part, NodeVariable node, Rows.Lookup known) {
    return part instanceof Predicate.HasLabel(var labelled)
        && labelled.name().equals(node.name())
        && labelled.entity().equals(known.key().of().entity());
  }
}
