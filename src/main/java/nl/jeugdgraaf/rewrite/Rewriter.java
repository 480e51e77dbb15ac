package nl.jeugdgraaf.rewrite;

import java.util.List;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// Applies every law to every query of a plan, nested ones included.
public final class Rewriter {
  private static final List<Law> LAWS =
      List.of(new DropTrueFilters(), new AnchorAtKey(), new ShareKeyLookup(), new OrderFromIndex());

  private Rewriter() {}

  /// {@return a plan that gives the same rows at a lower price}
  ///
  /// @param plan the plan as compiled
  public static Plan rewrite(Plan plan) {
    return new Plan(plan.roots().stream().map(Rewriter::rewrite).toList());
  }

  private static Projection rewrite(Projection project) {
    return ReuseKnownGuard.in(
        new Projection(
            rewrite(project.rows()), project.columns().stream().map(Rewriter::rewrite).toList()));
  }

  private static Column rewrite(Column column) {
    return switch (column) {
      case Column.Value(Term.Count(var rows)) -> new Column.Value(new Term.Count(rewrite(rows)));
      case Column.Value _, Column.Labels _ -> column;
      case Column.NestedRows(var project) -> new Column.NestedRows(rewrite(project));
      case Column.NestedRow(var project) -> new Column.NestedRow(rewrite(project));
      case Column.FirstOf(var projects) ->
          new Column.FirstOf(projects.stream().map(Rewriter::rewrite).toList());
    };
  }

  private static Rows rewrite(Rows rows) {
    var better = rows;
    for (var law : LAWS) {
      better = law.apply(better);
    }
    return better;
  }
}
