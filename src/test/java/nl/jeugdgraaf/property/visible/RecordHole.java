package nl.jeugdgraaf.property.visible;

import java.util.Optional;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.rewrite.Law;
import nl.jeugdgraaf.rewrite.Rewriter;

/// A way in which the audit log could fail to name youths about whom an answer reveals something.
enum RecordHole {
  /// Those behind the key of a group.
  KEY,
  /// Those of whose values a statistic is made.
  STATISTIC,
  /// Those at the end of a relationship of which only properties or a cursor are asked.
  EDGE,
  /// Those who are counted.
  COUNT,
  /// Those who fit a condition.
  FILTER,
  /// Those whom chains reach.
  CHAIN;

  /// Returns whether operations that start at persons find it.
  boolean isFoundAtPersons() {
    return this != EDGE && this != FILTER;
  }

  /// Returns the planner with the hole.
  Planner planner(ApiSchema schema) {
    Law hole = this::without;
    var laws = Stream.concat(Stream.of(hole), Rewriter.ALL_LAWS.laws().stream()).toList();
    return new Planner(new Compiler(schema), new Rewriter(laws));
  }

  private Projection without(Projection query) {
    return query.withColumns(
        query.columns().stream().map(column -> without(query.rows(), column)).toList());
  }

  private Column without(Rows rows, Column column) {
    return column instanceof Column.NestedRows(var youths)
            && youths.columns().size() == 1
            && isForgotten(rows, youths.rows())
        ? new Column.NestedRows(nobody(youths))
        : column;
  }

  private boolean isForgotten(Rows rows, Rows youths) {
    var isFew = youths instanceof Rows.Limit(Rows.Distinct _, _, _);
    return switch (this) {
      case KEY -> isFew && hasKeys(rows).orElse(false);
      case COUNT -> isFew && !hasKeys(rows).orElse(true);
      case STATISTIC -> hasKeys(rows).isPresent() && youths instanceof Rows.Distinct;
      case EDGE -> isPage(rows) && youths instanceof Rows.Expand;
      case FILTER -> isFew && hasKeys(rows).isEmpty();
      case CHAIN -> isOfChain(youths);
    };
  }

  private static boolean isOfChain(Rows youths) {
    return (youths instanceof Rows.Expand(_, var hop) && hop.isChain())
        || youths.children().stream().anyMatch(RecordHole::isOfChain);
  }

  private static Optional<Boolean> hasKeys(Rows rows) {
    return rows instanceof Rows.Group group
        ? Optional.of(!group.keys().isEmpty())
        : rows.children().stream().flatMap(child -> hasKeys(child).stream()).findFirst();
  }

  /// A page of a connection is cut, and its relationships stay apart.
  private static boolean isPage(Rows rows) {
    return rows instanceof Rows.Limit(Rows.Sort(Rows.Filter(Rows.Expand _, _), _), _, _);
  }

  private static Projection nobody(Projection youths) {
    return youths.withRows(new Rows.Filter(youths.rows(), Predicate.Always.FALSE));
  }
}
