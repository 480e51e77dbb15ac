package nl.jeugdgraaf.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// Replaces every hop of one query, in rows, predicates and terms; queries nested in its columns
/// are left alone, and so are guards. For one query and one thread.
final class HopMapper {
  private final UnaryOperator<Hop> change;

  /// Equal hops stay equal: terms are compared when a statement is written.
  private final Map<Hop, Hop> changed = new HashMap<>();

  /// @param change gives another hop to the same nodes, or the same hop
  HopMapper(UnaryOperator<Hop> change) {
    this.change = change;
  }

  Projection map(Projection query) {
    return new Projection(
        map(query.rows()),
        query.columns().stream()
            .map(column ->
                column instanceof Column.Value(var term) ? new Column.Value(map(term)) : column)
            .toList());
  }

  private Hop map(Hop hop) {
    return changed.computeIfAbsent(hop, change);
  }

  private Rows map(Rows rows) {
    var inner = rows.mapChildren(this::map);
    return switch (inner) {
      case Rows.Expand(var source, var hop) -> new Rows.Expand(source, map(hop));
      case Rows.OptionalExpand(var source, var hop) -> new Rows.OptionalExpand(source, map(hop));
      case Rows.Changes(var source, var before, var after, var between, var names) ->
          new Rows.Changes(source, map(before), map(after), between, names);
      case Rows.Filter(var source, var predicate) -> new Rows.Filter(source, map(predicate));
      case Rows.Sort(var source, var order) -> new Rows.Sort(source, keys(order));
      case Rows.Group(var source, var member, var keys, var aggregates) ->
          new Rows.Group(
              source,
              member,
              keys.stream().map(key -> new Rows.GroupKey(key.name(), map(key.term()))).toList(),
              aggregates.stream()
                  .map(one -> new Rows.Aggregate(one.name(), map(one.aggregation())))
                  .toList());
      case Rows.Unit _, Rows.Unwind _, Rows.Search _, Rows.Scan _, Rows.Lookup _ -> inner;
      case Rows.Argument _, Rows.Paths _, Rows.PathNodes _, Rows.PathRelationships _ -> inner;
      case Rows.Collect _, Rows.Batches _, Rows.UnwindNodes _, Rows.ForEach _ -> inner;
      case Rows.Distinct _, Rows.Skip _, Rows.Limit _, Rows.UnwindValues _ -> inner;
    };
  }

  private List<Rows.SortKey> keys(List<Rows.SortKey> order) {
    return order.stream().map(key -> new Rows.SortKey(map(key.term()), key.descending())).toList();
  }

  private Aggregation map(Aggregation aggregation) {
    return switch (aggregation) {
      case Aggregation.CountNodes _, Aggregation.CountRelationships _ -> aggregation;
      case Aggregation.CountReached _, Aggregation.CollectNodes _ -> aggregation;
      case Aggregation.CountValues(var term) -> new Aggregation.CountValues(map(term));
      case Aggregation.CountRelated(var from, var rows, var related) ->
          new Aggregation.CountRelated(from, map(rows), related);
      case Aggregation.OfValues(var statistic, var term, var type, var over, var share) ->
          new Aggregation.OfValues(statistic, map(term), type, over, share);
    };
  }

  private Predicate map(Predicate predicate) {
    var inner = predicate.mapChildren(this::map);
    return switch (inner) {
      case Predicate.SemiJoin(var hop, var asked, var quantity) ->
          new Predicate.SemiJoin(map(hop), asked, quantity);
      case Predicate.Exists(var rows) -> new Predicate.Exists(map(rows));
      case Predicate.Compare(var term, var operator, var value) ->
          new Predicate.Compare(map(term), operator, map(value));
      case Predicate.IsNull(var term) -> new Predicate.IsNull(map(term));
      case Predicate.After(var order, var place, var there) ->
          new Predicate.After(
              keys(order), place, there.stream().map(this::map).collect(Collectors.toSet()));
      case Predicate.Always _, Predicate.And _, Predicate.Or _, Predicate.Not _ -> inner;
      case Predicate.Alternatives _ -> inner;
      case Predicate.AnyElement _, Predicate.HasLabel _, Predicate.HasType _ -> inner;
      case Predicate.HasRelationshipType _, Predicate.InList _ -> inner;
      case Predicate.ValidOn _, Predicate.Overlaps _, Predicate.During _ -> inner;
    };
  }

  private Term.Folded map(Term.Folded folded) {
    return new Term.Folded(map(folded.text()), folded.replacements());
  }

  private Term map(Term term) {
    return switch (term) {
      case Term.Count(var rows) -> new Term.Count(map(rows));
      case Term.First(var rows, var value) -> new Term.First(map(rows), map(value));
      case Term.Collated(var folded) -> new Term.Collated(map(folded));
      case Term.Folded folded -> map(folded);
      case Term.Missing(var inner) -> new Term.Missing(map(inner));
      case Property _, Parameter _, Term.Element _, Term.Size _ -> term;
      case Term.Bucketed _, Term.Days _, Term.ElementId _, Term.MapEntry _, Term.Named _ -> term;
      case Term.PathLength _, Term.Present _, Term.TypeName _, Term.RelationshipType _ -> term;
      case Term.Guarded _, Term.StateOn _ -> term;
    };
  }
}
