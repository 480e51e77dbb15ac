package nl.jeugdgraaf.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// How many nodes and relationships a plan reads, estimated from its steps and the sizes of the
/// graph.
///
/// Filters are taken to keep all rows, since a client can write one that does, and a page whose
/// size is a value of the request to be as long as a page may be. For one plan and one thread.
public final class CostEstimate {
  /// A larger estimate is told as this.
  private static final double READS_TOLD_MAX = 1e15;

  private static final double FOUND_BY_WORDS = 100;
  private static final double LISTED = 100;
  private static final double VALUES_OF_LIST = 3;

  /// Groups are taken for ten times the root of their rows.
  private static final double GROUPS_OF_ROOT = 10;

  private static final double WAYS_OF_STEP = 10;

  private final GraphSizes sizes;

  /// How many nodes lists hold that later steps read.
  private final Map<String, Double> lists = new HashMap<>();

  private double read;

  private CostEstimate(GraphSizes sizes) {
    this.sizes = sizes;
  }

  /// {@return how many nodes and relationships a plan reads}
  ///
  /// @param plan the plan
  /// @param sizes of the graph
  public static long of(Plan plan, GraphSizes sizes) {
    var estimate = new CostEstimate(sizes);
    plan.sets().forEach(set -> estimate.rows(set.rows(), 1));
    plan.subjects().ifPresent(query -> estimate.query(query, 1));
    plan.roots().forEach(root -> estimate.query(root, 1));
    return (long) Math.min(READS_TOLD_MAX, estimate.read);
  }

  /// {@return how many values the largest record of a plan holds}
  ///
  /// @param plan the plan
  /// @param sizes of the graph
  public static long recordValues(Plan plan, GraphSizes sizes) {
    var estimate = new CostEstimate(sizes);
    double most = 0;
    for (var root : plan.roots()) {
      estimate.rows(root.rows(), 1);
      most = Math.max(most, estimate.values(root.columns()));
    }
    return (long) Math.min(READS_TOLD_MAX, most);
  }

  /// {@return how many values all records of a plan hold}
  ///
  /// @param plan the plan
  /// @param sizes of the graph
  public static long values(Plan plan, GraphSizes sizes) {
    var estimate = new CostEstimate(sizes);
    double all = 0;
    for (var root : plan.roots()) {
      all += estimate.rows(root.rows(), 1) * estimate.values(root.columns());
    }
    return (long) Math.min(READS_TOLD_MAX, all);
  }

  /// Returns how many values one row holds.
  private double values(List<Column> columns) {
    double all = 0;
    for (var column : columns) {
      all +=
          switch (column) {
            case Column.Value _, Column.Labels _ -> 1;
            case Column.NestedRows(var nested) -> rows(nested.rows(), 1) * values(nested.columns());
            case Column.NestedRow(var nested) -> row(nested);
            case Column.FirstOf(var queries) ->
                queries.stream().mapToDouble(this::row).max().orElse(0);
          };
    }
    return all;
  }

  private double row(Projection query) {
    rows(query.rows(), 1);
    return values(query.columns());
  }

  /// {@return how many rows there are}
  ///
  /// @param rows the rows
  /// @param sizes of the graph
  public static double rows(Rows rows, GraphSizes sizes) {
    return new CostEstimate(sizes).rows(rows, 1);
  }

  /// {@return how many nodes and relationships are read for rows}
  ///
  /// @param rows the rows
  /// @param sizes of the graph
  public static double reads(Rows rows, GraphSizes sizes) {
    var estimate = new CostEstimate(sizes);
    estimate.rows(rows, 1);
    return estimate.read;
  }

  /// {@return how many nodes and relationships are read to ask a condition once}
  ///
  /// @param predicate the condition
  /// @param sizes of the graph
  public static double reads(Predicate predicate, GraphSizes sizes) {
    var estimate = new CostEstimate(sizes);
    estimate.condition(predicate, 1);
    return estimate.read;
  }

  /// @param times how often it is asked
  private void query(Projection query, double times) {
    var rows = rows(query.rows(), times);
    for (var column : query.columns()) {
      if (column instanceof Column.Value(var term)) {
        term(term, times * rows);
      } else {
        column.nested().forEach(nested -> query(nested, times * rows));
      }
    }
  }

  /// Returns how many rows there are each time, and adds what is read for them.
  private double rows(Rows rows, double times) {
    return switch (rows) {
      case Rows.Unit _, Rows.Argument _ -> 1;
      case Rows.Unwind _ -> LISTED;
      case Rows.Search(var node, _, _) -> found(FOUND_BY_WORDS, node.guard(), times);
      case Rows.Scan(var node) -> found(sizes.of(node.entity()), node.guard(), times);
      case Rows.Lookup(var node, _, _) -> found(1, node.guard(), times);
      case Rows.Expand(var source, var hop) -> expand(source, hop, 0, times);
      case Rows.OptionalExpand(var source, var hop) -> expand(source, hop, 1, times);
      case Rows.Changes(var source, var before, var after, _, _) -> {
        var from = rows(source, times);
        yield from * (follow(before, times * from) + follow(after, times * from));
      }
      case Rows.Paths(var from, var to, _, _, var bounds) -> {
        var ends = rows(from, times) * rows(to, times);
        read += times * ends * Math.pow(WAYS_OF_STEP, bounds.stepsMax() / 2.0);
        yield bounds.pathsMax();
      }
      case Rows.PathNodes _, Rows.PathRelationships _ -> VALUES_OF_LIST;
      case Rows.UnwindValues(var source, _, _) -> rows(source, times) * VALUES_OF_LIST;
      case Rows.UnwindNodes(var nodes, var batch) ->
          batch.isPresent() ? batch.get().size() : lists.getOrDefault(nodes.list().name(), LISTED);
      case Rows.Batches(var source, var nodes, var batch) -> {
        rows(source, times);
        yield Math.ceil(lists.getOrDefault(nodes.name(), LISTED) / batch.size());
      }
      case Rows.Collect(var source, var nodes) -> {
        lists.put(nodes.list().name(), rows(source, times));
        yield 1;
      }
      case Rows.Filter(var source, var predicate) -> {
        var all = rows(source, times);
        condition(predicate, times * all);
        yield all;
      }
      case Rows.Distinct(var source, var node, _) ->
          Math.min(rows(source, times), sizes.of(node.entity()));
      case Rows.Group group -> group(group, times);
      case Rows.ForEach(_, var source) -> LISTED * rows(source, times * LISTED);
      case Rows.Sort(var source, var order) -> {
        var all = rows(source, times);
        order.forEach(key -> term(key.term(), times * all));
        yield all;
      }
      case Rows.Skip(var source, _) -> rows(source, times);
      case Rows.Limit(var source, var count, var more) ->
          Math.min(rows(source, times), size(count.source()) + more);
    };
  }

  /// @param least so many rows there are for each row of the source
  private double expand(Rows source, Hop hop, double least, double times) {
    var from = rows(source, times);
    return from * Math.max(least, follow(hop, times * from));
  }

  private double found(double rows, Predicate guard, double times) {
    read += times * rows;
    condition(guard, times * rows);
    return rows;
  }

  /// Returns to how many nodes a hop leads.
  private double follow(Hop hop, double times) {
    var reached = sizes.of(hop);
    read += times * reached;
    condition(hop.relationship().guard(), times * reached);
    condition(hop.to().guard(), times * reached);
    return reached;
  }

  private double group(Rows.Group group, double times) {
    var rows = rows(group.source(), times);
    group.keys().forEach(key -> term(key.term(), times * rows));
    for (var one : group.aggregates()) {
      if (one.aggregation() instanceof Aggregation.CountRelated(_, var related, _)) {
        rows(related, times * rows);
      }
    }
    return group.keys().isEmpty() ? 1 : Math.min(rows, GROUPS_OF_ROOT * Math.sqrt(rows));
  }

  private static double size(ParameterSource source) {
    return switch (source) {
      case ParameterSource.Literal(Number number) -> number.doubleValue();
      case ParameterSource.RequireInRange(var value, _, _, var most) -> Math.min(most, size(value));
      default -> Limits.PAGE_ROWS_MAX;
    };
  }

  private void condition(Predicate predicate, double times) {
    switch (predicate) {
      case Predicate.SemiJoin(var hop, var inner, _) ->
          condition(inner, times * follow(hop, times));
      case Predicate.Exists(var rows) -> rows(rows, times);
      case Predicate.Compare(var term, _, var value) -> {
        term(term, times);
        term(value, times);
      }
      case Predicate.IsNull(var term) -> term(term, times);
      default -> predicate.children().forEach(part -> condition(part, times));
    }
  }

  private void term(Term term, double times) {
    switch (term) {
      case Term.Count(var rows) -> rows(rows, times);
      case Term.First(var rows, var value) -> term(value, times * rows(rows, times));
      case Term.Guarded(var guard, var value) -> {
        condition(guard, times);
        term(value, times);
      }
      case Term.Folded(var value, _) -> term(value, times);
      case Term.Collated(var folded) -> term(folded, times);
      case Term.Missing(var value) -> term(value, times);
      case Property(_, _, var guard) -> condition(guard, times);
      default -> {}
    }
  }
}
