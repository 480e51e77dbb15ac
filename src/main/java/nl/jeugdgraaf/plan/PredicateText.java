package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.plan.TextLayout.Block;
import nl.jeugdgraaf.plan.TextLayout.Word;

/// Writes conditions, values and orders; long ones can be broken over several lines.
final class PredicateText {
  private PredicateText() {}

  /// Returns the guard of a variable, empty where there is none.
  static TextLayout guard(Variable variable) {
    return variable.guard().equals(Predicate.Always.TRUE)
        ? new Word("")
        : TextLayout.of(" guard", inBrackets(variable.guard()));
  }

  static TextLayout of(Hop hop) {
    return hop.chain()
        .map(chain ->
            TextLayout.of(
                hop.from().name(),
                " chain of 1 to ",
                chain.most(),
                new Block(" (", List.of(of(chain.step())), "", ")"),
                guard(chain.step().from()),
                " to ",
                hop.to()))
        .orElseGet(() -> TextLayout.of(hop, guard(hop.relationship()), guard(hop.to())));
  }

  static List<TextLayout> of(List<Rows.SortKey> order) {
    return order.stream().map(PredicateText::of).toList();
  }

  private static TextLayout of(Rows.SortKey key) {
    return TextLayout.of(of(key.term()), key.descending() ? " DESC" : "");
  }

  static TextLayout of(Term term) {
    return switch (term) {
      case Property property when property.isOpen() -> new Word(property.toString());
      case Property(var of, var attribute, var guard) ->
          TextLayout.of(of.name(), ".", attribute.property(), " if", inBrackets(guard));
      case Parameter parameter -> new Word(parameter.toString());
      case Term.Bucketed(var day, var unit) -> TextLayout.of("start of ", unit, " of ", of(day));
      case Term.Count(var rows) -> new Block("count{", PlanText.steps(rows), " < ", "}");
      case Term.Days(var from, var to) ->
          TextLayout.of("days(", of((Term) from), ", ", of((Term) to), ")");
      case Term.ElementId(var relationship) -> new Word("elementId(" + relationship.name() + ")");
      case Term.MapEntry(var map, var key) -> new Word(map + "." + key);
      case Term.First(var rows, var inner) ->
          new Block("first{", PlanText.steps(of(inner), rows), " < ", "}");
      case Term.Guarded(var guard, var inner) -> TextLayout.of(of(inner), " if", inBrackets(guard));
      case Term.Collated(var folded) -> TextLayout.of("collated(", of(folded.text()), ")");
      case Term.Element(var list) -> new Word("element of " + list);
      case Term.Folded(var inner, _) -> TextLayout.of("folded(", of(inner), ")");
      case Term.Missing(var inner) -> TextLayout.of("missing(", of(inner), ")");
      case Term.Named named -> new Word(named.toString());
      case Term.PathLength(var path) -> new Word("length(" + path + ")");
      case Term.Present(var node) -> new Word("present(" + node.name() + ")");
      case Term.Size(var list) -> TextLayout.of("size(", of((Term) list), ")");
      case Term.StateOn state -> of(state);
      case Term.TypeName(var node, _) -> new Word("type(" + node.name() + ")");
      case Term.RelationshipType(var relationship) -> new Word("type(" + relationship.name() + ")");
    };
  }

  private static TextLayout of(Term.StateOn state) {
    var parts = new ArrayList<TextLayout>();
    state.before().ifPresent(value -> parts.add(new Word(value + " first")));
    for (var stage : state.stages()) {
      var only = stage.only().equals(Predicate.Always.TRUE) ? "" : " if ";
      parts.add(
          TextLayout.of(
              stage.value().orElse("nothing"),
              " from ",
              of((Term) stage.from()),
              only,
              only.isEmpty() ? "" : of(stage.only())));
    }
    parts.add(TextLayout.of("else ", of((Term) state.stated())));
    return TextLayout.of("state on ", of(state.day()), new Block(" (", parts, ", ", ")"));
  }

  static TextLayout of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Always(var holds) -> new Word(String.valueOf(holds));
      case Predicate.And(var parts) -> joined(parts, " AND ");
      case Predicate.Or(var parts) -> joined(parts, " OR ");
      case Predicate.Alternatives(var parts, var rows) ->
          TextLayout.of("any ", rows.row(), " of ", rows.list(), ": ", joined(parts, " OR "));
      case Predicate.Not(var part) -> TextLayout.of("NOT ", of(part));
      case Predicate.Compare(var term, var operator, var value) ->
          TextLayout.of(of(term), " ", operator, " ", of(value));
      case Predicate.AnyElement(var list, var fits) ->
          TextLayout.of("any of ", of((Term) list), inBrackets(fits));
      case Predicate.IsNull(var term) -> TextLayout.of(of(term), " IS NULL");
      case Predicate.HasLabel(var node) -> TextLayout.of(node, " HAS LABEL");
      case Predicate.HasRelationshipType(var relationship) ->
          new Word("type(" + relationship.name() + ") = " + relationship.type());
      case Predicate.HasType(var node, var types) ->
          new Word("type(" + node.name() + ") IN " + types);
      case Predicate.InList(var node, var nodes) -> new Word(node.name() + " IN " + nodes);
      case Predicate.After(var order, var place, _) ->
          TextLayout.of(new Block("(", of(order), ", ", ")"), " AFTER ", place);
      case Predicate.ValidOn(var relationship, var day) ->
          TextLayout.of(relationship.name(), " VALID ON ", of(day));
      case Predicate.Overlaps(var relationship, var from, var to) ->
          new Word(relationship.name() + " OVERLAPS " + period(from, to));
      case Predicate.During(var relationship, var from, var to) ->
          new Word(relationship.name() + " DURING " + period(from, to));
      case Predicate.Exists(var rows) -> new Block("EXISTS{", PlanText.steps(rows), " < ", "}");
      case Predicate.SemiJoin(var hop, var inner, var quantity) ->
          new Block(
              quantity + "{",
              inner.equals(Predicate.Always.TRUE) ? List.of(of(hop)) : List.of(of(hop), of(inner)),
              " ",
              "}");
    };
  }

  private static TextLayout inBrackets(Predicate predicate) {
    return predicate instanceof Predicate.And || predicate instanceof Predicate.Or
        ? of(predicate)
        : new Block("(", List.of(of(predicate)), "", ")");
  }

  private static String period(Optional<Parameter> from, Optional<Parameter> to) {
    return "[%s, %s)"
        .formatted(
            from.map(Parameter::toString).orElse(""), to.map(Parameter::toString).orElse(""));
  }

  private static TextLayout joined(List<Predicate> parts, String operator) {
    return new Block("(", parts.stream().map(PredicateText::of).toList(), operator, ")");
  }
}
