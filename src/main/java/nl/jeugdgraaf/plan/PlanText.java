package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a plan as an indented tree: one node of the algebra a line, sources below what reads
/// them.
final class PlanText {
  private final StringBuilder text = new StringBuilder();

  private PlanText() {}

  static String of(Plan plan) {
    var writer = new PlanText();
    if (plan.roots().isEmpty()) {
      writer.line(0, "Nothing");
    }
    plan.roots().forEach(root -> writer.project(0, "Project", root));
    return writer.text.toString();
  }

  private void project(int depth, String title, Project project) {
    line(depth, title);
    project.columns().forEach(column -> column(depth + 1, column));
    rows(depth + 1, project.rows());
  }

  private void column(int depth, Project.Column column) {
    switch (column) {
      case Project.Column.Value(var property) -> line(depth, "value " + property);
      case Project.Column.Labels(var node) -> line(depth, "labels " + node.variable());
      case Project.Column.Many(var project) -> project(depth, "many", project);
      case Project.Column.One(var project) -> project(depth, "one", project);
      case Project.Column.Count(var rows) -> {
        line(depth, "count");
        rows(depth + 1, rows);
      }
    }
  }

  private void rows(int depth, Rows rows) {
    switch (rows) {
      case Rows.Scan(var node) -> line(depth, "Scan " + node + guard(node));
      case Rows.Lookup(var node, var key, var value) ->
          line(depth, "Lookup " + node + " " + key + " = " + value + guard(node));
      case Rows.Argument(var node) -> line(depth, "Argument " + node.variable());
      case Rows.Expand(var source, var hop) -> {
        line(depth, "Expand " + hop + guard(hop.edge()) + guard(hop.to()));
        rows(depth + 1, source);
      }
      case Rows.Filter(var source, var where) -> {
        line(depth, "Filter " + where(where));
        rows(depth + 1, source);
      }
      case Rows.Distinct(var source, var node) -> {
        line(depth, "Distinct " + node.variable());
        rows(depth + 1, source);
      }
      case Rows.Sort(var source, var order) -> {
        line(depth, "Sort " + order(order));
        rows(depth + 1, source);
      }
      case Rows.Skip(var source, var count) -> {
        line(depth, "Skip " + count);
        rows(depth + 1, source);
      }
      case Rows.Limit(var source, var count) -> {
        line(depth, "Limit " + count);
        rows(depth + 1, source);
      }
    }
  }

  private static String order(List<Rows.Order> order) {
    return order.stream()
        .map(level -> level.property() + (level.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  private static String guard(Bound bound) {
    return bound.guard().equals(Where.TRUE) ? "" : " guard(" + where(bound.guard()) + ")";
  }

  private static String where(Where where) {
    return switch (where) {
      case Where.Always(var holds) -> String.valueOf(holds);
      case Where.And(var parts) -> joined(parts, " AND ");
      case Where.Or(var parts) -> joined(parts, " OR ");
      case Where.Not(var part) -> "NOT " + where(part);
      case Where.Compare(var property, var operator, var value) ->
          property + " " + operator + " " + value;
      case Where.CompareSize(var property, var operator, var value) ->
          "size(" + property + ") " + operator + " " + value;
      case Where.Missing(var property) -> property + " IS MISSING";
      case Where.ValidOn(var edge, var day) -> edge.variable() + " VALID ON " + day;
      case Where.SemiJoin(var hop, var inner, var quantity) ->
          quantity + "{" + hop + guard(hop.edge()) + guard(hop.to()) + " " + where(inner) + "}";
    };
  }

  private static String joined(List<Where> parts, String operator) {
    return parts.stream().map(PlanText::where).collect(Collectors.joining(operator, "(", ")"));
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
