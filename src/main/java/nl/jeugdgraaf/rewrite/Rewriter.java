package nl.jeugdgraaf.rewrite;

import java.util.List;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Projection;

/// Applies laws, one after the other, to every query of a plan: nested queries before those around
/// them.
///
/// @param laws the laws in the order in which they apply; each is sound alone, and with any others
public record Rewriter(List<Law> laws) {
  /// All laws.
  public static final Rewriter ALL_LAWS =
      new Rewriter(
          List.of(
              new DropImpliedGuards(),
              new DropTrueFilters(),
              new AnchorAtKey(),
              new ShareKeyLookup(),
              new OrderFromIndex(),
              new ReuseKnownGuard()));

  /// Copies the list.
  public Rewriter {
    laws = List.copyOf(laws);
  }

  /// {@return a plan that gives the same rows at a lower price}
  ///
  /// @param plan the plan as compiled
  public Plan rewrite(Plan plan) {
    return new Plan(
        plan.roots().stream().map(this::rewrite).toList(),
        plan.subjects().map(this::rewrite),
        plan.sets());
  }

  private Projection rewrite(Projection query) {
    var better =
        query.withColumns(
            query.columns().stream().map(column -> column.mapNested(this::rewrite)).toList());
    for (var law : laws) {
      better = law.apply(better);
    }
    return better;
  }
}
