package nl.jeugdgraaf.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Variable;

/// Compares predicates that say the same of two variables.
///
/// Answers no where it does not know: two predicates can hold of the same nodes and be written
/// differently.
final class SamePredicate {
  /// Variables of one predicate, and those that take their places in the other.
  private final Map<String, String> names = new HashMap<>();

  private SamePredicate(NodeVariable one, NodeVariable other) {
    names.put(one.name(), other.name());
  }

  /// {@return whether what a predicate says of `node` is part of what is known of `other`}
  static boolean isPart(
      Predicate predicate, NodeVariable node, Predicate known, NodeVariable other) {
    return predicate.equals(Predicate.Always.TRUE)
        || known.conjuncts().stream()
            .anyMatch(part -> new SamePredicate(node, other).same(predicate, part));
  }

  private boolean same(Predicate one, Predicate other) {
    return switch (one) {
      case Predicate.Always _ -> one.equals(other);
      case Predicate.And(var parts) ->
          other instanceof Predicate.And(var others) && same(parts, others);
      case Predicate.Or(var parts) ->
          other instanceof Predicate.Or(var others) && same(parts, others);
      case Predicate.Not(var part) ->
          other instanceof Predicate.Not(var inner) && same(part, inner);
      case Predicate.IsNull(var term) ->
          other instanceof Predicate.IsNull(var known) && same(term, known);
      case Predicate.Compare(var term, var operator, var value) ->
          other instanceof Predicate.Compare(var known, var how, var to)
              && operator == how
              && same(term, known)
              && same(value, to);
      case Predicate.HasLabel(var node) ->
          other instanceof Predicate.HasLabel(var known) && same(node, known);
      case Predicate.ValidOn(var edge, var day) ->
          other instanceof Predicate.ValidOn(var known, var on)
              && same(edge, known)
              && same(day, on);
      case Predicate.SemiJoin(var hop, var where, var quantity) ->
          other instanceof Predicate.SemiJoin(var known, var inner, var many)
              && quantity == many
              && same(hop, known)
              && same(where, inner);
      case Predicate.AnyElement _, Predicate.HasType _, Predicate.InList _ -> false;
      case Predicate.HasRelationshipType _, Predicate.Exists _, Predicate.After _ -> false;
      case Predicate.Overlaps _, Predicate.During _, Predicate.Alternatives _ -> false;
    };
  }

  private boolean same(List<Predicate> parts, List<Predicate> others) {
    if (parts.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!same(parts.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean same(Hop one, Hop other) {
    return !one.isChain()
        && !other.isChain()
        && same(one.from(), other.from())
        && one.direction() == other.direction()
        && one.relationship().type().equals(other.relationship().type())
        && one.to().labels().equals(other.to().labels())
        && binds(one.relationship(), other.relationship())
        && binds(one.to(), other.to());
  }

  private boolean binds(Variable one, Variable other) {
    names.put(one.name(), other.name());
    return one.entity().equals(other.entity()) && same(one.guard(), other.guard());
  }

  private boolean same(Variable one, Variable other) {
    return other.name().equals(names.get(one.name())) && one.entity().equals(other.entity());
  }

  private boolean same(Term one, Term other) {
    return switch (one) {
      case Property(var of, var attribute, var guard) ->
          other instanceof Property(var known, var its, var when)
              && same(of, known)
              && attribute.equals(its)
              && guard.equals(Predicate.Always.TRUE)
              && when.equals(Predicate.Always.TRUE);
      case Parameter parameter -> parameter.isSame(other);
      case Term.Bucketed _, Term.Count _, Term.Days _, Term.ElementId _, Term.First _ -> false;
      case Term.Collated _, Term.Element _, Term.Folded _, Term.Missing _, Term.Size _ -> false;
      case Term.Guarded _, Term.MapEntry _, Term.Named _, Term.PathLength _ -> false;
      case Term.Present _, Term.RelationshipType _, Term.StateOn _, Term.TypeName _ -> false;
    };
  }
}
