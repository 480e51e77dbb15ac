package nl.jeugdgraaf.rewrite;

import java.util.List;
import java.util.stream.Stream;
import nl.jeugdgraaf.plan.GuardRelaxation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;

/// Drops from the guard of a node what the hop that leads to it implies.
///
/// `from -r- to with guard SOME{to-r-x | p(x)} AND q -> from -r- to with guard q`, where `p(from)`
/// is known to hold, because the guard of `from` or of the relationship asks it: then `from` is
/// such an `x`. Whatever day is asked, rules are read on one day, which their conditions name.
///
/// Sound because the relationship of the hop is the one that the rule asks for; so the law leaves a
/// relationship with periods alone, since the one that led there can be another than the one that
/// holds on the day of the rule, and chains. Rules that say "who may see the trajectory may see its
/// deliveries" have this form.
record DropImpliedGuards() implements Law {
  @Override
  public Projection apply(Projection query) {
    return new HopMapper(DropImpliedGuards::relaxed).map(query);
  }

  private static Hop relaxed(Hop hop) {
    if (hop.isChain()) {
      return hop;
    }
    var parts = hop.to().guard().conjuncts();
    var left = parts.stream().filter(part -> !isImplied(part, hop)).toList();
    return left.size() == parts.size() ? hop : GuardRelaxation.withGuard(hop, Predicate.and(left));
  }

  private static boolean isImplied(Predicate part, Hop hop) {
    return part instanceof Predicate.SemiJoin(var asked, var inner, var quantity)
        && quantity == Predicate.Quantity.SOME
        && leadsBack(asked, hop)
        && Stream.concat(asked.to().guard().conjuncts().stream(), inner.conjuncts().stream())
            .allMatch(one -> SamePredicate.isPart(one, asked.to(), known(hop), hop.from()));
  }

  private static Predicate known(Hop hop) {
    return Predicate.and(List.of(hop.from().rule(), hop.relationship().guard()));
  }

  private static boolean leadsBack(Hop asked, Hop hop) {
    return asked.from().name().equals(hop.to().name())
        && !asked.isChain()
        && asked.direction() == hop.direction().reversed()
        && asked.relationship().type().equals(hop.relationship().type())
        && asked.relationship().guard().equals(Predicate.Always.TRUE)
        && asked.to().entity().equals(hop.from().entity())
        && asked.to().labels().equals(hop.from().labels());
  }
}
