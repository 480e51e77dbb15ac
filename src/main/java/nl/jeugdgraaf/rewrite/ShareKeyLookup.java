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
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Rows;

/// Looks a node up once.
///
/// `Filter(... Lookup m v ..., SOME{x-r-n | n.key = v AND p(r)}) -> Filter(... Lookup m v ...,
/// SOME{x-r-m | p(r)})`, and the same in the guard of a hop.
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
    if (hop.isChain()) {
      return hop;
    }
    var guard = shared(hop.to().guard(), known);
    return guard.equals(hop.to().guard()) ? hop : GuardRelaxation.withGuard(hop, guard);
  }

  private static Predicate shared(Predicate predicate, Rows.Lookup known) {
    if (predicate instanceof Predicate.SemiJoin(var hop, var inner, var quantity)
        && asksOnlyKey(hop, inner, known)) {
      var left =
          inner.conjuncts().stream()
              .filter(part -> isOfRelationship(part, hop.relationship()))
              .toList();
      return new Predicate.SemiJoin(
          new Hop(
              hop.from(), hop.direction(), hop.relationship(), GuardRelaxation.bound(known.node())),
          Predicate.and(left),
          quantity);
    }
    return predicate.mapChildren(part -> shared(part, known));
  }

  /// Returns whether a predicate says of the node of a hop that it has the key, and of the
  /// relationship whatever it says, and no more.
  private static boolean asksOnlyKey(Hop hop, Predicate predicate, Rows.Lookup known) {
    var node = hop.to();
    return !hop.isChain()
        && known.key().of().entity() instanceof NodeType
        && node.guard().equals(Predicate.Always.TRUE)
        && known.node().guard().equals(Predicate.Always.TRUE)
        && predicate.conjuncts().stream().anyMatch(part -> isKey(part, node, known))
        && predicate.conjuncts().stream()
            .allMatch(part ->
                isKey(part, node, known)
                    || isType(part, node, known)
                    || isOfRelationship(part, hop.relationship()));
  }

  private static boolean isOfRelationship(Predicate part, RelationshipVariable relationship) {
    return switch (part) {
      case Predicate.Always _ -> true;
      case Predicate.And _, Predicate.Or _, Predicate.Not _, Predicate.Alternatives _ ->
          part.children().stream().allMatch(one -> isOfRelationship(one, relationship));
      case Predicate.Compare(Property property, _, Parameter _) -> isOf(property, relationship);
      case Predicate.IsNull(Property property) -> isOf(property, relationship);
      case Predicate.ValidOn(var of, _) -> of.name().equals(relationship.name());
      case Predicate.Overlaps(var of, _, _) -> of.name().equals(relationship.name());
      case Predicate.During(var of, _, _) -> of.name().equals(relationship.name());
      case Predicate.Compare _, Predicate.AnyElement _, Predicate.IsNull _ -> false;
      case Predicate.HasLabel _, Predicate.HasRelationshipType _, Predicate.HasType _ -> false;
      case Predicate.InList _, Predicate.After _, Predicate.Exists _, Predicate.SemiJoin _ -> false;
    };
  }

  private static boolean isOf(Property property, RelationshipVariable relationship) {
    return property.isOpen() && property.of().name().equals(relationship.name());
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
