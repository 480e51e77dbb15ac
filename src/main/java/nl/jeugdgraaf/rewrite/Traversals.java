package nl.jeugdgraaf.rewrite;

import java.util.function.UnaryOperator;
import nl.jeugdgraaf.plan.Rows;

/// Walks down the steps of a query.
final class Traversals {
  private Traversals() {}

  /// Returns the rows with the source of their outermost step changed; a leaf stays as it is.
  static Rows intoSource(Rows rows, UnaryOperator<Rows> change) {
    return switch (rows) {
      case Rows.Scan _, Rows.Lookup _, Rows.Argument _, Rows.Unit _ -> rows;
      case Rows.Unwind _, Rows.Search _, Rows.Changes _ -> rows;
      case Rows.Paths _, Rows.PathNodes _, Rows.PathRelationships _, Rows.UnwindNodes _ -> rows;
      case Rows.Collect(var source, var found) -> new Rows.Collect(change.apply(source), found);
      case Rows.Batches(var source, var nodes, var portion) ->
          new Rows.Batches(change.apply(source), nodes, portion);
      case Rows.Expand(var source, var hop) -> new Rows.Expand(change.apply(source), hop);
      case Rows.OptionalExpand(var source, var hop) ->
          new Rows.OptionalExpand(change.apply(source), hop);
      case Rows.Group(var source, var member, var keys, var totals) ->
          new Rows.Group(change.apply(source), member, keys, totals);
      case Rows.Filter(var source, var where) -> new Rows.Filter(change.apply(source), where);
      case Rows.Distinct(var source, var node, var way) ->
          new Rows.Distinct(change.apply(source), node, way);
      case Rows.Sort(var source, var order) -> new Rows.Sort(change.apply(source), order);
      case Rows.Skip(var source, var count) -> new Rows.Skip(change.apply(source), count);
      case Rows.Limit(var source, var count, var more) ->
          new Rows.Limit(change.apply(source), count, more);
    };
  }
}
