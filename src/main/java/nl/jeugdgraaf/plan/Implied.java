package nl.jeugdgraaf.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.plan.Where.Quantity;

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

  private Implied(BoundNode one, BoundNode other) {
    names.put(one.variable(), other.variable());
  }

  /// Returns what is left to ask of the node to which a hop leads.
  static Where left(Hop hop) {
    return Where.all(
        hop.to().guard().conjuncts().stream().filter(part -> !isImplied(part, hop)).toList());
  }

  private static boolean isImplied(Where part, Hop hop) {
    return part instanceof Where.SemiJoin(var asked, var where, var quantity)
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
  public static Optional<Rows.Way> wayBack(Hop hop) {
    return hop.to().guard().equals(Where.Always.TRUE)
        ? Optional.empty()
        : hop.from().rule().conjuncts().stream()
            .flatMap(part -> wayBack(hop, part).stream())
            .findFirst();
  }

  private static Optional<Rows.Way> wayBack(Hop hop, Where part) {
    return part instanceof Where.SemiJoin(var asked, var where, var quantity)
            && quantity == Quantity.SOME
            && asked.from().variable().equals(hop.from().variable())
            && asked.direction() == hop.direction()
            && asked.edge().type().equals(hop.edge().type())
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
  public static Hop knowing(Hop hop, Rows.Way way) {
    return Binder.restated(
        hop, Where.any(List.of(new Where.OneOf(hop.to(), way.nodes()), hop.to().guard())));
  }

  private static boolean leadsBack(Hop asked, Hop hop) {
    return asked.from().variable().equals(hop.to().variable())
        && asked.direction() == hop.direction().reversed()
        && asked.edge().type().equals(hop.edge().type())
        && asked.edge().guard().equals(Where.Always.TRUE)
        && asked.to().entity().equals(hop.from().entity())
        && asked.to().labels().equals(hop.from().labels())
        && asked.to().guard().equals(Where.Always.TRUE);
  }

  /// Returns whether a condition on `node` is part of what holds of another node.
  private static boolean holds(Where where, BoundNode node, BoundNode other, Where ofOther) {
    return where.equals(Where.Always.TRUE)
        || ofOther.conjuncts().stream()
            .anyMatch(known -> new Implied(node, other).same(where, known));
  }

  private boolean same(Where one, Where other) {
    return switch (one) {
      case Where.Always _ -> one.equals(other);
      case Where.And(var parts) -> other instanceof Where.And(var others) && same(parts, others);
      case Where.Or(var parts) -> other instanceof Where.Or(var others) && same(parts, others);
      case Where.Not(var part) -> other instanceof Where.Not(var inner) && same(part, inner);
      case Where.Missing(var term) ->
          other instanceof Where.Missing(var known) && same(term, known);
      case Where.Compare(var term, var operator, var value) ->
          other instanceof Where.Compare(var known, var how, var to)
              && operator == how
              && same(term, known)
              && same(value, to);
      case Where.Labelled(var node) ->
          other instanceof Where.Labelled(var known) && same(node, known);
      case Where.ValidOn(var edge, var day) ->
          other instanceof Where.ValidOn(var known, var on) && same(edge, known) && same(day, on);
      case Where.SemiJoin(var hop, var where, var quantity) ->
          other instanceof Where.SemiJoin(var known, var inner, var many)
              && quantity == many
              && same(hop, known)
              && same(where, inner);
      default -> false;
    };
  }

  private boolean same(List<Where> parts, List<Where> others) {
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
        && one.edge().type().equals(other.edge().type())
        && one.to().labels().equals(other.to().labels())
        && binds(one.edge(), other.edge())
        && binds(one.to(), other.to());
  }

  private boolean binds(Bound one, Bound other) {
    names.put(one.variable(), other.variable());
    return one.entity().equals(other.entity()) && same(one.guard(), other.guard());
  }

  private boolean same(Bound one, Bound other) {
    return other.variable().equals(names.get(one.variable()))
        && one.entity().equals(other.entity());
  }

  private boolean same(Term one, Term other) {
    return switch (one) {
      case Property(var of, var attribute, var guard) ->
          other instanceof Property(var known, var its, var when)
              && same(of, known)
              && attribute.equals(its)
              && guard.equals(Where.Always.TRUE)
              && when.equals(Where.Always.TRUE);
      case Parameter parameter -> parameter.isSame(other);
      default -> false;
    };
  }
}
