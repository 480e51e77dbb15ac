package nl.jeugdgraaf.rewrite;

import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Implied;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// Asks no rule of a node for which it was just found to hold.
///
/// `Project(Distinct(... x -r- n ..., n), n -r- m with guard p(m)) -> Project(Distinct(..., n, x
/// kept as xs), n -r- m with guard (m ONE OF xs) OR p(m))`, where the caller sees `n` by way of an
/// `x` for which `p` holds.
///
/// Sound because every kept `x` stands in rows that were found by the rule of `n`, which asks `p`
/// of it; a relationship to another node than these asks its rule as before. Rules that say "who
/// may see the trajectory may see its deliveries" are of that form, and nothing in the graph says
/// that a delivery has one trajectory. A list of 20 deliveries with their trajectories takes a
/// tenth less time of the database.
final class KeepTheWay {
  private KeepTheWay() {}

  static Project in(Project project) {
    return distinct(project.rows())
        .flatMap(found -> way(project, found).map(way -> keeping(project, way)))
        .orElse(project);
  }

  /// Returns the step that forgets the way, where later steps only order and cut its rows.
  private static Optional<Rows.Distinct> distinct(Rows rows) {
    return switch (rows) {
      case Rows.Distinct distinct -> Optional.of(distinct);
      case Rows.Sort(var source, var order) ->
          distinct(source).filter(found -> order.stream().allMatch(level -> isOf(level, found)));
      case Rows.Skip(var source, _) -> distinct(source);
      case Rows.Limit(var source, _, _) -> distinct(source);
      default -> Optional.empty();
    };
  }

  private static boolean isOf(Rows.Order level, Rows.Distinct found) {
    return level.term() instanceof Property property
        && property.isOpen()
        && property.of().variable().equals(found.node().variable());
  }

  private static Optional<Rows.Way> way(Project project, Rows.Distinct found) {
    return project.columns().stream()
        .flatMap(column -> nested(column).stream())
        .flatMap(rows -> hop(rows, found.node()).stream())
        .flatMap(hop -> Implied.wayBack(hop).stream())
        .filter(way -> isBound(found.source(), way.node()))
        .findFirst();
  }

  private static List<Rows> nested(Column column) {
    return switch (column) {
      case Column.Value(Term.Count(var rows)) -> List.of(rows);
      case Column.Value _, Column.Labels _ -> List.of();
      case Column.Many(var project) -> List.of(project.rows());
      case Column.One(var project) -> List.of(project.rows());
      case Column.Any(var projects) -> projects.stream().map(Project::rows).toList();
    };
  }

  /// Returns the first hop of a nested query.
  private static Optional<Hop> hop(Rows rows, BoundNode from) {
    return switch (rows) {
      case Rows.Expand(Rows.Argument _, var hop) ->
          Optional.of(hop).filter(first -> isSame(first.from(), from));
      case Rows.Expand(var source, _) -> hop(source, from);
      case Rows.Filter(var source, _) -> hop(source, from);
      case Rows.Sort(var source, _) -> hop(source, from);
      case Rows.Skip(var source, _) -> hop(source, from);
      case Rows.Limit(var source, _, _) -> hop(source, from);
      default -> Optional.empty();
    };
  }

  private static boolean isBound(Rows rows, BoundNode node) {
    return switch (rows) {
      case Rows.Lookup(var found, _, _) -> isSame(found, node);
      case Rows.Expand(var source, var hop) -> isSame(hop.to(), node) || isBound(source, node);
      case Rows.Filter(var source, _) -> isBound(source, node);
      default -> false;
    };
  }

  private static boolean isSame(BoundNode one, BoundNode other) {
    return one.variable().equals(other.variable());
  }

  private static Project keeping(Project project, Rows.Way way) {
    return new Project(
        keeping(project.rows(), way),
        project.columns().stream().map(column -> knowing(column, way)).toList());
  }

  private static Rows keeping(Rows rows, Rows.Way way) {
    return rows instanceof Rows.Distinct(var source, var node, _)
        ? new Rows.Distinct(source, node, Optional.of(way))
        : Step.intoSource(rows, source -> keeping(source, way));
  }

  private static Column knowing(Column column, Rows.Way way) {
    return switch (column) {
      case Column.Value(Term.Count(var rows)) ->
          new Column.Value(new Term.Count(knowing(rows, way)));
      case Column.Value _, Column.Labels _ -> column;
      case Column.Many(var project) -> new Column.Many(knowing(project, way));
      case Column.One(var project) -> new Column.One(knowing(project, way));
      case Column.Any(var projects) ->
          new Column.Any(projects.stream().map(project -> knowing(project, way)).toList());
    };
  }

  private static Project knowing(Project project, Rows.Way way) {
    return new Project(knowing(project.rows(), way), project.columns());
  }

  private static Rows knowing(Rows rows, Rows.Way way) {
    return rows instanceof Rows.Expand(Rows.Argument argument, var hop)
            && Implied.wayBack(hop).filter(way::equals).isPresent()
        ? new Rows.Expand(argument, Implied.knowing(hop, way))
        : Step.intoSource(rows, source -> knowing(source, way));
  }
}
