package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// Decides what a `where` is of a node or relationship on a day, in three-valued logic.
///
/// @param view the graph on the day
public record FilterEvaluator(GraphOnDay view) {
  private static final String CONNECTION = "Connection";
  private static final Set<String> COMBINING = Set.of("AND", "OR", "NOT");

  /// Returns what a condition is of a node; no condition is true.
  public TruthValue node(NodeEntity entity, Graph.Node node, Object where) {
    return tree(
        where,
        (name, value) -> member(entity, node, name, value),
        part -> node(entity, node, part));
  }

  private TruthValue member(NodeEntity entity, Graph.Node node, String name, Object condition) {
    if (name.equals("typename")) {
      return TruthValue.of(((List<?>) condition).contains(node.type().name()));
    }
    var relationship = entity.relationships().get(name);
    if (relationship != null) {
      return related(node, relationship, condition);
    }
    if (entity.attributes().containsKey(name) || entity.computed().containsKey(name)) {
      return Comparison.of(
          view.value(entity, name, node), GraphOnDay.type(entity, name), condition);
    }
    var narrower = entity instanceof InterfaceType ? view.model().nodes().get(name) : null;
    if (narrower != null) {
      var ofType = TruthValue.of(node.type().equals(narrower));
      return ofType.holds() ? node(narrower, node, condition) : ofType;
    }
    var stem = name.substring(0, name.length() - CONNECTION.length());
    return connection(node, entity.relationships().get(stem), condition);
  }

  /// Returns what a condition on a connection is of a relationship.
  TruthValue link(RelationshipField relationship, Link link, Object where) {
    return tree(
        where,
        (name, value) ->
            switch (name) {
              case "node" -> node(view.target(relationship), link.node(), value);
              case "edge" -> edge(relationship.properties(), link, value);
              default -> throw new IllegalStateException("no condition " + name);
            },
        part -> link(relationship, link, part));
  }

  /// Returns what a condition is of the properties of a relationship.
  public static TruthValue edge(RelationshipProperties edge, Link link, Object where) {
    return tree(
        where,
        (name, value) ->
            name.equals(RelationshipProperties.PERIOD)
                ? period(link, value)
                : Comparison.of(
                    GraphOnDay.value(edge, name, link), GraphOnDay.type(edge, name), value),
        part -> edge(edge, link, part));
  }

  /// Every entry of the object holds; `AND`, `OR` and `NOT` combine whole conditions.
  static TruthValue tree(
      Object where,
      BiFunction<String, Object, TruthValue> entry,
      Function<Object, TruthValue> part) {
    if (where == null) {
      return TruthValue.TRUE;
    }
    return TruthValue.all(
        ((Map<?, ?>) where)
            .entrySet().stream()
                .map(each -> {
                  var value = each.getValue();
                  return switch ((String) each.getKey()) {
                    case "AND" -> TruthValue.all(((List<?>) value).stream().map(part));
                    case "OR" -> TruthValue.any(((List<?>) value).stream().map(part));
                    case "NOT" -> part.apply(value).negated();
                    case String name -> entry.apply(name, value);
                  };
                }));
  }

  private TruthValue related(Graph.Node node, RelationshipField relationship, Object condition) {
    var related = view.related(node, relationship);
    if (condition == null) {
      return TruthValue.of(related.isEmpty());
    }
    var target = view.target(relationship);
    if (!relationship.target().many()) {
      return quantified("some", related, link -> node(target, link.node(), condition));
    }
    return TruthValue.all(
        ((Map<?, ?>) condition)
            .entrySet().stream()
                .map(entry ->
                    quantified(
                        (String) entry.getKey(),
                        related,
                        link -> node(target, link.node(), entry.getValue()))));
  }

  /// Each quantifier looks at the relationships of the day, or at every period where it asks about
  /// periods, and of these at those that `where` lets count.
  private TruthValue connection(Graph.Node node, RelationshipField relationship, Object condition) {
    var where = ((Map<?, ?>) condition).get("where");
    return TruthValue.all(
        ((Map<?, ?>) condition)
            .entrySet().stream()
                .filter(entry -> !entry.getKey().equals("where"))
                .map(entry -> {
                  var value = entry.getValue();
                  var asked = entry.getKey().equals("aggregate") ? where : value;
                  var all = mentionsPeriod(asked) || mentionsPeriod(where);
                  var related =
                      (all ? view.ever(node, relationship) : view.related(node, relationship))
                          .stream()
                              .filter(link -> link(relationship, link, where).holds())
                              .toList();
                  if (entry.getKey().equals("aggregate")) {
                    var type = ConnectionType.of(view.model(), relationship);
                    return Totals.of(view, type, related, null).fit(value);
                  }
                  return quantified(
                      (String) entry.getKey(), related, link -> link(relationship, link, value));
                }));
  }

  /// Returns the relationships that a condition on a connection looks at.
  List<Link> reached(Graph.Node node, RelationshipField relationship, Object where) {
    return mentionsPeriod(where) ? view.ever(node, relationship) : view.related(node, relationship);
  }

  private static boolean mentionsPeriod(Object where) {
    return switch (where) {
      case Map<?, ?> map ->
          map.containsKey(RelationshipProperties.PERIOD)
              || map.entrySet().stream()
                  .filter(each ->
                      each.getKey().equals("edge") || COMBINING.contains((String) each.getKey()))
                  .anyMatch(each -> mentionsPeriod(each.getValue()));
      case List<?> list -> list.stream().anyMatch(FilterEvaluator::mentionsPeriod);
      case null, default -> false;
    };
  }

  private static TruthValue quantified(
      String quantifier, List<Link> related, Function<Link, TruthValue> condition) {
    long count = related.stream().filter(link -> condition.apply(link).holds()).count();
    return TruthValue.of(
        switch (quantifier) {
          case "some" -> count > 0;
          case "none" -> count == 0;
          case "all" -> count == related.size();
          case "single" -> count == 1;
          default -> throw new IllegalStateException("no quantifier " + quantifier);
        });
  }

  /// A period is open where a side is missing, so what is asked about it is never unknown.
  private static TruthValue period(Link link, Object filter) {
    var first = (LocalDate) link.edge().properties().get(RelationshipProperties.VALID_FROM);
    var end = (LocalDate) link.edge().properties().get(RelationshipProperties.VALID_TO);
    return TruthValue.all(
        ((Map<?, ?>) filter)
            .entrySet().stream()
                .map(entry -> {
                  if (entry.getKey().equals("at")) {
                    var day = (LocalDate) entry.getValue();
                    return TruthValue.of(
                        (first == null || !first.isAfter(day))
                            && (end == null || day.isBefore(end)));
                  }
                  var given = (Map<?, ?>) entry.getValue();
                  var from = (LocalDate) given.get("from");
                  var to = (LocalDate) given.get("to");
                  return TruthValue.of(
                      entry.getKey().equals("overlaps")
                          ? before(from, to) && before(first, to) && before(from, end)
                          : (from == null || (first != null && !first.isBefore(from)))
                              && (to == null || (end != null && !end.isAfter(to))));
                }));
  }

  private static boolean before(LocalDate from, LocalDate to) {
    return from == null || to == null || from.isBefore(to);
  }
}
