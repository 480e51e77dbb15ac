package nl.jeugdgraaf.property.visible;

import java.util.Optional;
import nl.jeugdgraaf.plan.GuardRelaxation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.rewrite.Law;

/// Takes the guards off the nodes of chains: wrong on purpose.
record UnguardedChains() implements Law {
  @Override
  public Projection apply(Projection query) {
    return query.withRows(unguarded(query.rows()));
  }

  private static Rows unguarded(Rows rows) {
    return switch (rows.mapChildren(UnguardedChains::unguarded)) {
      case Rows.Expand(var source, var hop) -> new Rows.Expand(source, unguarded(hop));
      case Rows.OptionalExpand(var source, var hop) ->
          new Rows.OptionalExpand(source, unguarded(hop));
      case Rows.Filter(var source, var predicate) -> new Rows.Filter(source, unguarded(predicate));
      case Rows other -> other;
    };
  }

  private static Predicate unguarded(Predicate predicate) {
    return switch (predicate.mapChildren(UnguardedChains::unguarded)) {
      case Predicate.SemiJoin(var hop, var inner, var quantity) ->
          new Predicate.SemiJoin(unguarded(hop), inner, quantity);
      case Predicate.Exists(var rows) -> new Predicate.Exists(unguarded(rows));
      case Predicate other -> other;
    };
  }

  /// Returns a chain without the guards of its nodes; any other hop as it is.
  static Hop unguarded(Hop hop) {
    if (hop.chain().isEmpty()) {
      return hop;
    }
    var chain = hop.chain().get();
    var step = GuardRelaxation.withGuard(chain.step(), Predicate.Always.TRUE);
    return new Hop(
        hop.from(),
        hop.direction(),
        hop.relationship(),
        hop.to(),
        Optional.of(new Hop.Chain(step, chain.most())));
  }
}
