package nl.jeugdgraaf.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.plan.Predicate.Quantity;

/// What need not be asked of a node, because of the way that led to it.
///
/// `to.guard = SOME{to-r-x | p(x)} AND q`, reached from `from` over the same `r`, where `p(from)`
/// is known to hold: then `from` is such an `x`, and only `q` is left to ask. Rules that say "who
/// may see the trajectory may see its deliveries" are of that form.
///
/// Left as it is where `r` has periods, since the one that led there can be another than the one
/// that the rule asks for, and where the rule is not of that form.
public final class Implied {
  /// Variables of a rule, and those of the other rule that stand in their place.
  private final Map<String, String> names = new HashMap<>();

  private Implied(NodeVariable one, NodeVariable other) {
    names.put(one.name(), other.name());
  }

  /// Returns what is left to ask of the node to which a hop leads.
  static Predicate left(Hop hop) {
    return Predicate.and(
        hop.to().guard().conjuncts().stream().filter(part -> !isImplied(part, hop)).toList());
  }

  private static boolean isImplied(Predicate part, Hop hop) {
    return part instanceof Predicate.SemiJoin(var asked, var where, var quantity)
        && quantity == Quantity.SOME
        && leadsBack(asked, hop)
        && where.conjuncts().stream()
            .allMatch(inner -> holds(inner, asked.to(), hop.from(), hop.from().rule()));
  }

  /// Returns the nodes in the rule of `hop.from()` that are like those to which the hop leads, and
  /// for which all holds that the rule of these asks.
  ///
  /// `from.rule = SOME{from-r-x | p(x)} AND q`, and `to.guard = p(to)` where the hop follows `r`:
  /// where rows found `from` by way of `x`, the hop leads back to `x`, of which `p` is known.
  ///
  /// @param hop a hop
  /// @return the nodes, whose variable is bound in rows that were found by the rule
  public static Optional<Rows.Via> wayBack(Hop hop) {
    return hop.to().guard().equals(Predicate.Always.TRUE)
        ? Optional.empty()
        : hop.from().rule().conjuncts().stream()
            .flatMap(part -> wayBack(hop, part).stream())
            .findFirst();
  }

  private static Optional<Rows.Via> wayBack(Hop hop, Predicate part) {
    return part instanceof Predicate.SemiJoin(var asked, var where, var quantity)
            && quantity == Quantity.SOME
            && asked.from().name().equals(hop.from().name())
            && asked.direction() == hop.direction()
            && asked.relationship().type().equals(hop.relationship().type())
            && asked.to().entity().equals(hop.to().entity())
            && hop.to().guard().conjuncts().stream()
                .allMatch(inner -> holds(inner, hop.to(), asked.to(), where))
        ? Optional.of(Binder.way(asked.to()))
        : Optional.empty();
  }

  /// Returns the hop, the guard of which looks first whether it leads back to where rows came from.
  ///
  /// @param hop a hop with a way back
  /// @param way the list of nodes for which `wayBack` stood on the way to each `hop.from()`
  /// @return the hop with an easier guard that holds for the same nodes
  public static Hop knowing(Hop hop, Rows.Via way) {
    return Binder.restated(
        hop, Predicate.or(List.of(new Predicate.InList(hop.to(), way.nodes()), hop.to().guard())));
  }

  private static boolean leadsBack(Hop asked, Hop hop) {
    return asked.from().name().equals(hop.to().name())
        && asked.direction() == hop.direction().reversed()
        && asked.relationship().type().equals(hop.relationship().type())
        && asked.relationship().guard().equals(Predicate.Always.TRUE)
        && asked.to().entity().equals(hop.from().entity())
        && asked.to().labels().equals(hop.from().labels())
        && asked.to().guard().equals(Predicate.Always.TRUE);
  }

  /// Returns whether a condition on `node` is part of what holds of another node.
  private static boolean holds(
      Predicate where, NodeVariable node, NodeVariable other, Predicate ofOther) {
    return where.equals(Predicate.Always.TRUE)
        || ofOther.conjuncts().stream()
            .anyMatch(known -> new Implied(node, other).same(where, known));
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
      default -> false;
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
    return same(one.from(), other.from())
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
      default -> false;
    };
  }
}
