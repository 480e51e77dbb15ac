package nl.jeugdgraaf.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.plan.GuardRelaxation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;

/// Asks no rule of a node for which it was just found to hold.
///
/// `Projection(Distinct(... x -r- n ..., n), n -r- m with guard p(m)) -> Projection(Distinct(...,
/// n, keeping x as xs), n -r- m with guard (m IN xs OR p(m)) AND s(m))`, where the caller sees `n`
/// by way of an `x` for which `p` holds: `n.rule = SOME{n-r-x | p(x)} AND q`, and `s` is what else
/// is asked of `m`.
///
/// Sound because every `x` that is kept is in rows that were found by the rule of `n`, which asks
/// `p` of it; a relationship to any other node asks its rule as before. Rules that say "who may see
/// the trajectory may see its deliveries" have this form, and nothing in the graph says that a
/// delivery has one trajectory. A list of 20 deliveries with their trajectories takes a tenth less
/// time of the database.
record ReuseKnownGuard() implements Law {
  @Override
  public Projection apply(Projection query) {
    return distinct(query.rows())
        .flatMap(found -> via(query, found))
        .map(via -> reusing(query, via))
        .orElse(query);
  }

  /// Returns the step that forgets the way, where later steps only order and cut its rows.
  private static Optional<Rows.Distinct> distinct(Rows rows) {
    if (rows instanceof Rows.Distinct distinct) {
      return Optional.of(distinct);
    }
    if (rows instanceof Rows.Sort(var source, var order)) {
      return distinct(source)
          .filter(found -> order.stream().allMatch(key -> isOf(key, found.node())));
    }
    return rows instanceof Rows.Skip || rows instanceof Rows.Limit
        ? distinct(rows.children().getFirst())
        : Optional.empty();
  }

  private static boolean isOf(Rows.SortKey key, NodeVariable node) {
    return key.term() instanceof Property property
        && property.isOpen()
        && property.of().name().equals(node.name());
  }

  private static Optional<Rows.Via> via(Projection query, Rows.Distinct found) {
    return query.columns().stream()
        .flatMap(column -> column.nested().stream())
        .flatMap(nested -> firstHop(nested.rows(), found.node()).stream())
        .flatMap(hop -> known(hop).stream())
        .map(Known::via)
        .filter(via -> isBound(found.source(), via.node()))
        .findFirst();
  }

  /// Returns the hop with which a nested query begins.
  private static Optional<Hop> firstHop(Rows rows, NodeVariable from) {
    if (rows instanceof Rows.Expand(Rows.Argument _, var hop)) {
      return Optional.of(hop).filter(first -> isSame(first.from(), from));
    }
    return rows instanceof Rows.Expand
            || rows instanceof Rows.Filter
            || rows instanceof Rows.Sort
            || rows instanceof Rows.Skip
            || rows instanceof Rows.Limit
        ? firstHop(rows.children().getFirst(), from)
        : Optional.empty();
  }

  private static boolean isBound(Rows rows, NodeVariable node) {
    if (rows instanceof Rows.Lookup(var found, _, _)) {
      return isSame(found, node);
    }
    if (rows instanceof Rows.Expand(var source, var hop)) {
      return isSame(hop.to(), node) || isBound(source, node);
    }
    return rows instanceof Rows.Filter(var source, _) && isBound(source, node);
  }

  private static boolean isSame(NodeVariable one, NodeVariable other) {
    return one.name().equals(other.name());
  }

  /// What is known of some of the nodes to which a hop leads.
  ///
  /// @param via those nodes, in the rule of the node where the hop starts
  /// @param parts of the guard of the hop that hold for them
  private record Known(Rows.Via via, List<Predicate> parts) {}

  /// Returns what of the guard at the end of a hop holds for the nodes in the rule of its start.
  private static Optional<Known> known(Hop hop) {
    return hop.from().rule().conjuncts().stream()
        .flatMap(part -> known(hop, part).stream())
        .findFirst();
  }

  private static Optional<Known> known(Hop hop, Predicate part) {
    if (!(part instanceof Predicate.SemiJoin(var asked, var predicate, var quantity))
        || quantity != Predicate.Quantity.SOME
        || asked.isChain()
        || hop.isChain()
        || !isSame(asked.from(), hop.from())
        || asked.direction() != hop.direction()
        || !asked.relationship().type().equals(hop.relationship().type())
        || !asked.to().entity().equals(hop.to().entity())) {
      return Optional.empty();
    }
    var holds = Predicate.and(List.of(asked.to().guard(), predicate));
    var parts =
        hop.to().guard().conjuncts().stream()
            .filter(one -> SamePredicate.isPart(one, hop.to(), holds, asked.to()))
            .toList();
    return parts.stream().anyMatch(Predicate.SemiJoin.class::isInstance)
        ? Optional.of(new Known(GuardRelaxation.keep(asked.to()), parts))
        : Optional.empty();
  }

  private static Projection reusing(Projection query, Rows.Via via) {
    return new Projection(
        keeping(query.rows(), via),
        query.columns().stream()
            .map(column -> column.mapNested(nested -> nested.withRows(knowing(nested.rows(), via))))
            .toList());
  }

  private static Rows keeping(Rows rows, Rows.Via via) {
    return rows instanceof Rows.Distinct(var source, var node, _)
        ? new Rows.Distinct(source, node, Optional.of(via))
        : rows.mapChildren(child -> keeping(child, via));
  }

  private static Rows knowing(Rows rows, Rows.Via via) {
    if (rows instanceof Rows.Expand(Rows.Argument argument, var hop)) {
      var known = known(hop).filter(found -> found.via().equals(via));
      if (known.isPresent()) {
        return new Rows.Expand(argument, knowing(hop, known.get()));
      }
    }
    return rows.mapChildren(child -> knowing(child, via));
  }

  private static Hop knowing(Hop hop, Known known) {
    var isKnown = new Predicate.InList(hop.to(), known.via().nodes());
    var left = new ArrayList<>(hop.to().guard().conjuncts());
    left.removeAll(known.parts());
    left.add(Predicate.or(List.of(isKnown, Predicate.and(known.parts()))));
    return GuardRelaxation.withGuard(hop, Predicate.and(left));
  }
}
