package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.jeugdgraaf.plan.TextLayout.Block;
import nl.jeugdgraaf.plan.TextLayout.Word;

/// Writes a plan as an indented tree: a line for each node of the algebra, and below it, indented,
/// its sources. A long line is broken, and continued further to the right than the sources.
final class PlanText {
  private final StringBuilder text = new StringBuilder();

  private PlanText() {}

  static String of(Plan plan) {
    var writer = new PlanText();
    if (plan.roots().isEmpty()) {
      writer.line(0, new Word("Nothing"));
    }
    for (var set : plan.sets()) {
      writer.line(0, new Word("NodeSet " + set.name() + " of " + set.node().name()));
      writer.rows(1, set.rows());
    }
    plan.subjects().ifPresent(query -> writer.projection(0, "Subjects", query));
    plan.roots().forEach(root -> writer.projection(0, "Projection", root));
    return writer.text.toString();
  }

  private void projection(int depth, String title, Projection projection) {
    line(depth, new Word(title));
    projection.columns().forEach(column -> column(depth + 1, column));
    rows(depth + 1, projection.rows());
  }

  private void column(int depth, Projection.Column column) {
    switch (column) {
      case Projection.Column.Value(Term.Count(var rows)) -> {
        line(depth, new Word("count"));
        rows(depth + 1, rows);
      }
      case Projection.Column.Value(var term) ->
          line(depth, TextLayout.of("value ", PredicateText.of(term)));
      case Projection.Column.Labels(var node) -> line(depth, TextLayout.of("labels ", node.name()));
      case Projection.Column.NestedRows(var nested) -> projection(depth, "nested rows", nested);
      case Projection.Column.NestedRow(var nested) -> projection(depth, "nested row", nested);
      case Projection.Column.FirstOf(var several) ->
          several.forEach(nested -> projection(depth, "first of", nested));
    }
  }

  private void rows(int depth, Rows rows) {
    line(depth, step(rows));
    rows.children().forEach(source -> rows(depth + 1, source));
  }

  /// Returns the steps of a nested query, the outermost first.
  static List<TextLayout> steps(Rows rows) {
    var steps = new ArrayList<TextLayout>();
    steps.add(step(rows));
    rows.children().forEach(source -> steps.addAll(steps(source)));
    return steps;
  }

  /// Returns what is read of the rows of a nested query, and its steps.
  static List<TextLayout> steps(TextLayout value, Rows rows) {
    var steps = new ArrayList<>(List.of(value));
    steps.addAll(steps(rows));
    return steps;
  }

  private static TextLayout step(Rows rows) {
    return switch (rows) {
      case Rows.Unit _ -> new Word("Unit");
      case Rows.Argument(var node) -> new Word("Argument " + node.name());
      case Rows.Unwind(var list, var name) -> new Word("Unwind " + name + " of " + list);
      case Rows.ForEach(Rows.Unwind(var list, var name), _) ->
          new Word("ForEach " + name + " of " + list);
      case Rows.Search(var node, var phrase, var score) ->
          TextLayout.of("Search ", node, " for ", phrase, " score ", score, guard(node));
      case Rows.Scan(var node) -> TextLayout.of("Scan ", node, guard(node));
      case Rows.Lookup(var node, var key, var value) ->
          TextLayout.of("Lookup ", node, " ", key, " = ", PredicateText.of(value), guard(node));
      case Rows.Expand(_, var hop) -> TextLayout.of("Expand ", PredicateText.of(hop));
      case Rows.OptionalExpand(_, var hop) ->
          TextLayout.of("OptionalExpand ", PredicateText.of(hop));
      case Rows.UnwindValues(_, var list, var name) ->
          TextLayout.of("UnwindValues ", name, " of ", PredicateText.of((Term) list));
      case Rows.Changes changes -> step(changes);
      case Rows.Paths paths -> step(paths);
      case Rows.Collect(_, var nodes) ->
          TextLayout.of("Collect ", element(nodes), " as ", nodes.list());
      case Rows.Batches(_, var nodes, Rows.Batch(var start, var size)) ->
          new Word("Batches of %d of %s from %s".formatted(size, nodes, start));
      case Rows.UnwindNodes(var nodes, var batch) ->
          TextLayout.of(
              "UnwindNodes ",
              element(nodes),
              " of ",
              nodes.list(),
              batch.map(part -> " from " + part.start()).orElse(""));
      case Rows.PathNodes(var path, var node) -> TextLayout.of("PathNodes ", node, " of ", path);
      case Rows.PathRelationships(var path, var relationship) ->
          TextLayout.of("PathRelationships ", relationship.name(), " of ", path);
      case Rows.Group group ->
          TextLayout.of("Group ", keys(group.keys()), aggregates(group.aggregates()));
      case Rows.Filter(_, var predicate) -> TextLayout.of("Filter ", PredicateText.of(predicate));
      case Rows.Distinct(_, var node, var via) ->
          TextLayout.of("Distinct ", node.name(), kept(via));
      case Rows.Sort(_, var order) -> new Block("Sort ", PredicateText.of(order), ", ", "");
      case Rows.Skip(_, var count) -> TextLayout.of("Skip ", count);
      case Rows.Limit(_, var count, var more) ->
          TextLayout.of("Limit ", count, more > 0 ? " + " + more : "");
    };
  }

  private static TextLayout step(Rows.Changes changes) {
    var hops = List.of(PredicateText.of(changes.before()), PredicateText.of(changes.after()));
    var between = changes.between();
    return new Block(
        "Changes (",
        hops,
        ", ",
        ") after %s until %s as %s".formatted(between.from(), between.to(), changes.names().on()));
  }

  private static TextLayout step(Rows.Paths paths) {
    var step = paths.step();
    var types = step.types().stream().<TextLayout>map(Word::new).toList();
    var bounds = paths.bounds();
    return TextLayout.of(
        "Paths %s, shortest %d, at most %d and %s steps"
            .formatted(paths.name(), bounds.pathsMax(), bounds.stepsMax(), bounds.length()),
        new Block(" over (", types, ", ", ")"),
        guard(step.relationship()),
        " to ",
        step.node(),
        guard(step.node()));
  }

  private static String kept(Optional<Rows.Via> via) {
    return via.map(kept -> " keeping " + kept.node().name() + " as " + kept.nodes()).orElse("");
  }

  private static String element(Rows.CollectedNodes nodes) {
    return nodes.node().name() + nodes.score().map(score -> ", " + score).orElse("");
  }

  private static TextLayout keys(List<Rows.GroupKey> keys) {
    return new Block(
        "by (",
        keys.stream()
            .map(key -> TextLayout.of(key.name(), " = ", PredicateText.of(key.term())))
            .toList(),
        ", ",
        ")");
  }

  private static TextLayout aggregates(List<Rows.Aggregate> aggregates) {
    return new Block(
        " aggregates (",
        aggregates.stream()
            .map(each -> TextLayout.of(each.name(), " = ", aggregation(each.aggregation())))
            .toList(),
        ", ",
        ")");
  }

  private static TextLayout aggregation(Aggregation aggregation) {
    return switch (aggregation) {
      case Aggregation.CountNodes _ -> new Word("nodes");
      case Aggregation.CountRelationships _ -> new Word("relationships");
      case Aggregation.CountValues(var term) -> TextLayout.of("different ", PredicateText.of(term));
      case Aggregation.CountReached(var node) -> new Word("different " + node.name());
      case Aggregation.CollectNodes(var node) -> new Word("nodes " + node.name());
      case Aggregation.CountRelated(_, var rows, var related) ->
          new Block("different " + related.name() + " of {", steps(rows), " < ", "}");
      case Aggregation.OfValues of ->
          TextLayout.of(
              of.statistic().fieldName(),
              of.share().map(share -> " " + share).orElse(""),
              " ",
              PredicateText.of(of.term()),
              " over ",
              of.over().name().toLowerCase(Locale.ROOT));
    };
  }

  private static TextLayout guard(Variable variable) {
    return PredicateText.guard(variable);
  }

  private void line(int depth, TextLayout line) {
    text.repeat(' ', 2 * depth);
    line.write(text, 2 * depth + 2);
    text.append('\n');
  }
}
