package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes conditions, values and orders in one line.
final class ConditionText {
  private ConditionText() {}

  static String guard(Bound bound) {
    return bound.guard().equals(Where.Always.TRUE) ? "" : " guard(" + of(bound.guard()) + ")";
  }

  static String of(Hop hop) {
    return hop + guard(hop.edge()) + guard(hop.to());
  }

  static String of(List<Rows.Order> order) {
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
      case Term.ElementId(var edge) -> "elementId(" + edge.variable() + ")";
      case Term.Entry(var map, var key) -> map + "." + key;
      case Term.First(var rows, var inner) ->
          "first{" + of(inner) + " < " + PlanText.inLine(rows) + "}";
      case Term.Lower(var inner) -> "lower(" + of(inner) + ")";
      case Term.Named named -> named.toString();
      case Term.PathLength(var path) -> "length(" + path + ")";
      case Term.Present(var node) -> "present(" + node.variable() + ")";
      case Term.TypeName(var node, _) -> "type(" + node.variable() + ")";
      case Term.TypeOfEdge(var edge) -> "type(" + edge.variable() + ")";
    };
  }

  static String of(Where where) {
    return switch (where) {
      case Where.Always(var holds) -> String.valueOf(holds);
      case Where.And(var parts) -> joined(parts, " AND ");
      case Where.Or(var parts) -> joined(parts, " OR ");
      case Where.Not(var part) -> "NOT " + of(part);
      case Where.Compare(var term, var operator, var value) ->
          of(term) + " " + operator + " " + of(value);
      case Where.CompareSize(var property, var operator, var value) ->
          "size(" + property + ") " + operator + " " + value;
      case Where.Missing(var term) -> of(term) + " IS MISSING";
      case Where.Labelled(var node) -> node + " IS LABELLED";
      case Where.OfEdgeType(var edge) -> "type(" + edge.variable() + ") = " + edge.type();
      case Where.OfType(var node, var types) -> "type(" + node.variable() + ") IN " + types;
      case Where.OneOf(var node, var nodes) -> node.variable() + " ONE OF " + nodes;
      case Where.After(var order, var place, _) -> "(" + of(order) + ") AFTER " + place;
      case Where.ValidOn(var edge, var day) -> edge.variable() + " VALID ON " + day;
      case Where.Overlaps(var edge, var from, var to) ->
          edge.variable() + " OVERLAPS " + period(from, to);
      case Where.During(var edge, var from, var to) ->
          edge.variable() + " DURING " + period(from, to);
      case Where.AnyRow(var rows) -> "ANY{" + PlanText.inLine(rows) + "}";
      case Where.SemiJoin(var hop, var inner, var quantity) ->
          quantity + "{" + of(hop) + " " + of(inner) + "}";
    };
  }

  private static String period(Optional<Parameter> from, Optional<Parameter> to) {
    return "[%s, %s)"
        .formatted(
            from.map(Parameter::toString).orElse(""), to.map(Parameter::toString).orElse(""));
  }

  private static String joined(List<Where> parts, String operator) {
    return parts.stream().map(ConditionText::of).collect(Collectors.joining(operator, "(", ")"));
  }
}
