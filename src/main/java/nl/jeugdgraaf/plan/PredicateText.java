package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes conditions, values and orders in one line.
final class PredicateText {
  private PredicateText() {}

  static String guard(Variable bound) {
    return bound.guard().equals(Predicate.Always.TRUE) ? "" : " guard(" + of(bound.guard()) + ")";
  }

  static String of(Hop hop) {
    return hop + guard(hop.relationship()) + guard(hop.to());
  }

  static String of(List<Rows.SortKey> order) {
    return order.stream()
        .map(level -> of(level.term()) + (level.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  static String of(Term term) {
    return switch (term) {
      case Property property -> property.toString();
      case Parameter parameter -> parameter.toString();
      case Term.Bucketed(var day, var unit) -> "start of " + unit + " of " + day;
      case Term.Count(var rows) -> "count{" + PlanText.inLine(rows) + "}";
      case Term.Days(var from, var to) -> "days(" + from + ", " + to + ")";
      case Term.ElementId(var edge) -> "elementId(" + edge.name() + ")";
      case Term.MapEntry(var map, var key) -> map + "." + key;
      case Term.First(var rows, var inner) ->
          "first{" + of(inner) + " < " + PlanText.inLine(rows) + "}";
      case Term.Lower(var inner) -> "lower(" + of(inner) + ")";
      case Term.Named named -> named.toString();
      case Term.PathLength(var path) -> "length(" + path + ")";
      case Term.Present(var node) -> "present(" + node.name() + ")";
      case Term.TypeName(var node, _) -> "type(" + node.name() + ")";
      case Term.RelationshipType(var edge) -> "type(" + edge.name() + ")";
    };
  }

  static String of(Predicate where) {
    return switch (where) {
      case Predicate.Always(var holds) -> String.valueOf(holds);
      case Predicate.And(var parts) -> joined(parts, " AND ");
      case Predicate.Or(var parts) -> joined(parts, " OR ");
      case Predicate.Not(var part) -> "NOT " + of(part);
      case Predicate.Compare(var term, var operator, var value) ->
          of(term) + " " + operator + " " + of(value);
      case Predicate.CompareSize(var property, var operator, var value) ->
          "size(" + property + ") " + operator + " " + value;
      case Predicate.IsNull(var term) -> of(term) + " IS NULL";
      case Predicate.HasLabel(var node) -> node + " HAS LABEL";
      case Predicate.HasRelationshipType(var edge) -> "type(" + edge.name() + ") = " + edge.type();
      case Predicate.HasType(var node, var types) -> "type(" + node.name() + ") IN " + types;
      case Predicate.InList(var node, var nodes) -> node.name() + " IN " + nodes;
      case Predicate.After(var order, var place, _) -> "(" + of(order) + ") AFTER " + place;
      case Predicate.ValidOn(var edge, var day) -> edge.name() + " VALID ON " + day;
      case Predicate.Overlaps(var edge, var from, var to) ->
          edge.name() + " OVERLAPS " + period(from, to);
      case Predicate.During(var edge, var from, var to) ->
          edge.name() + " DURING " + period(from, to);
      case Predicate.Exists(var rows) -> "EXISTS{" + PlanText.inLine(rows) + "}";
      case Predicate.SemiJoin(var hop, var inner, var quantity) ->
          quantity + "{" + of(hop) + " " + of(inner) + "}";
    };
  }

  private static String period(Optional<Parameter> from, Optional<Parameter> to) {
    return "[%s, %s)"
        .formatted(
            from.map(Parameter::toString).orElse(""), to.map(Parameter::toString).orElse(""));
  }

  private static String joined(List<Predicate> parts, String operator) {
    return parts.stream().map(PredicateText::of).collect(Collectors.joining(operator, "(", ")"));
  }
}
