package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    plan.roots().forEach(root -> writer.project(0, "Projection", root));
    return writer.text.toString();
  }

  private void project(int depth, String title, Projection project) {
    line(depth, title);
    project.columns().forEach(column -> column(depth + 1, column));
    rows(depth + 1, project.rows());
  }

  private void column(int depth, Projection.Column column) {
    switch (column) {
      case Projection.Column.Value(Term.Count(var rows)) -> {
        line(depth, "count");
        rows(depth + 1, rows);
      }
      case Projection.Column.Value(var term) -> line(depth, "value " + PredicateText.of(term));
      case Projection.Column.Labels(var node) -> line(depth, "labels " + node.name());
      case Projection.Column.NestedRows(var project) -> project(depth, "nested rows", project);
      case Projection.Column.NestedRow(var project) -> project(depth, "nested row", project);
      case Projection.Column.FirstOf(var projects) ->
          projects.forEach(project -> project(depth, "first of", project));
    }
  }

  private void rows(int depth, Rows rows) {
    line(depth, step(rows));
    switch (rows) {
      case Rows.Unit _, Rows.Unwind _, Rows.Search _, Rows.Scan _, Rows.Lookup _ -> {}
      case Rows.Argument _, Rows.Changes _, Rows.PathNodes _, Rows.PathRelationships _ -> {}
      case Rows.UnwindNodes _ -> {}
      case Rows.Collect(var source, _) -> rows(depth + 1, source);
      case Rows.Batches(var source, _, _) -> rows(depth + 1, source);
      case Rows.Paths(var from, var to, _, _, _) -> {
        rows(depth + 1, from);
        rows(depth + 1, to);
      }
      case Rows.Expand(var source, _) -> rows(depth + 1, source);
      case Rows.OptionalExpand(var source, _) -> rows(depth + 1, source);
      case Rows.Filter(var source, _) -> rows(depth + 1, source);
      case Rows.Distinct(var source, _, _) -> rows(depth + 1, source);
      case Rows.Group(var source, _, _, _) -> rows(depth + 1, source);
      case Rows.Sort(var source, _) -> rows(depth + 1, source);
      case Rows.Skip(var source, _) -> rows(depth + 1, source);
      case Rows.Limit(var source, _, _) -> rows(depth + 1, source);
    }
  }

  /// Returns the rows in one line, the outermost step first.
  static String inLine(Rows rows) {
    var writer = new PlanText();
    writer.rows(0, rows);
    return writer.text.toString().lines().map(String::strip).collect(Collectors.joining(" < "));
  }

  private static String step(Rows rows) {
    return switch (rows) {
      case Rows.Unit _ -> "Unit";
      case Rows.Unwind(var list, var name) -> "Unwind " + name + " of " + list;
      case Rows.Search(var node, var phrase, var score) ->
          "Search " + node + " for " + phrase + " score " + score + guard(node);
      case Rows.Scan(var node) -> "Scan " + node + guard(node);
      case Rows.Lookup(var node, var key, var value) ->
          "Lookup " + node + " " + key + " = " + PredicateText.of(value) + guard(node);
      case Rows.Argument(var node) -> "Argument " + node.name();
      case Rows.Expand(_, var hop) -> "Expand " + PredicateText.of(hop);
      case Rows.OptionalExpand(_, var hop) -> "OptionalExpand " + PredicateText.of(hop);
      case Rows.Changes(var before, var after, var between, var names) ->
          "Changes %s, then %s, after %s to %s as %s"
              .formatted(
                  PredicateText.of(before),
                  PredicateText.of(after),
                  between.from(),
                  between.to(),
                  names.on());
      case Rows.Paths(_, _, var step, var name, var bounds) ->
          "Paths %s over %s%s(%s)%s, %d of at most %d steps and %s"
              .formatted(
                  name,
                  String.join("|", step.types()),
                  guard(step.relationship()),
                  step.node(),
                  guard(step.node()),
                  bounds.pathsMax(),
                  bounds.stepsMax(),
                  bounds.length());
      case Rows.Collect(_, var found) -> "Collect " + each(found) + " as " + found.list();
      case Rows.Batches(_, var nodes, Rows.Batch(var start, var size)) ->
          "Batches of %d of %s from %s".formatted(size, nodes, start);
      case Rows.UnwindNodes(var found, var portion) ->
          "UnwindNodes "
              + each(found)
              + " of "
              + found.list()
              + portion.map(part -> " from " + part.start()).orElse("");
      case Rows.PathNodes(var path, var node) -> "PathNodes " + node + " of " + path;
      case Rows.PathRelationships(var path, var edge) ->
          "PathRelationships " + edge.name() + " of " + path;
      case Rows.Group group -> "Group " + keys(group.keys()) + totals(group.aggregates());
      case Rows.Filter(_, var where) -> "Filter " + PredicateText.of(where);
      case Rows.Distinct(_, var node, var way) -> "Distinct " + node.name() + kept(way);
      case Rows.Sort(_, var order) -> "Sort " + PredicateText.of(order);
      case Rows.Skip(_, var count) -> "Skip " + count;
      case Rows.Limit(_, var count, var more) -> "Limit " + count + (more > 0 ? " + " + more : "");
    };
  }

  private static String kept(Optional<Rows.Via> way) {
    return way.map(kept -> " keeping " + kept.node().name() + " as " + kept.nodes()).orElse("");
  }

  private static String each(Rows.CollectedNodes found) {
    return found.node().name() + found.score().map(score -> ", " + score).orElse("");
  }

  private static String keys(List<Rows.GroupKey> keys) {
    return keys.stream()
        .map(key -> key.name() + " = " + PredicateText.of(key.term()))
        .collect(Collectors.joining(", ", "by (", ")"));
  }

  private static String totals(List<Rows.Aggregate> totals) {
    return totals.stream()
        .map(total -> total.name() + " = " + aggregation(total.aggregation()))
        .collect(Collectors.joining(", ", " aggregates (", ")"));
  }

  private static String aggregation(Aggregation aggregation) {
    return switch (aggregation) {
      case Aggregation.CountNodes _ -> "nodes";
      case Aggregation.CountRelationships _ -> "edges";
      case Aggregation.CountValues(var term) -> "different " + PredicateText.of(term);
      case Aggregation.CountRelated(var rows, var related) ->
          "different " + related.name() + " of " + inLine(rows);
      case Aggregation.OfValues of ->
          of.statistic().fieldName()
              + of.share().map(share -> " " + share).orElse("")
              + " "
              + PredicateText.of(of.term())
              + " over "
              + of.over().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String guard(Variable bound) {
    return PredicateText.guard(bound);
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
