package nl.jeugdgraaf.property;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.property.Links.Link;

/// Decides whether a `where` is true of a node or relationship on a day.
///
/// Two values are enough: unknown and false differ only under a negation, and the dialect's
/// negation reads unknown as false.
///
/// @param links the graph
/// @param day the day on which relationships count
record Conditions(Links links, LocalDate day) {
  /// Returns whether a condition is true of a node; no condition is.
  boolean node(NodeEntity entity, Graph.Node node, Object where) {
    return tree(
        where,
        (name, value) -> {
          var relationship = entity.relationships().get(name);
          return relationship == null
              ? attribute(entity, name, node.properties(), value)
              : related(node, relationship, value);
        },
        part -> node(entity, node, part));
  }

  /// Returns whether a condition on a connection is true of a relationship.
  boolean link(Relationship relationship, Link link, Object where) {
    return tree(
        where,
        (name, value) ->
            switch (name) {
              case "node" -> node(target(relationship), link.node(), value);
              case "edge" -> edge(relationship, link, value);
              default -> throw new IllegalStateException("no condition " + name);
            },
        part -> link(relationship, link, part));
  }

  private boolean edge(Relationship relationship, Link link, Object where) {
    return tree(
        where,
        (name, value) -> attribute(relationship.edge(), name, link.edge().properties(), value),
        part -> edge(relationship, link, part));
  }

  private NodeEntity target(Relationship relationship) {
    return links.model().entity(relationship.target().entity());
  }

  /// Every entry of the object holds; `AND`, `OR` and `NOT` combine whole conditions.
  private static boolean tree(Object where, Entry entry, Predicate<Object> part) {
    if (where == null) {
      return true;
    }
    for (var each : ((Map<?, ?>) where).entrySet()) {
      var value = each.getValue();
      var holds =
          switch ((String) each.getKey()) {
            case "AND" -> ((List<?>) value).stream().allMatch(part);
            case "OR" -> ((List<?>) value).stream().anyMatch(part);
            case "NOT" -> !part.test(value);
            case String name -> entry.holds(name, value);
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private interface Entry {
    boolean holds(String name, Object value);
  }

  private boolean related(Graph.Node node, Relationship relationship, Object condition) {
    var related = links.of(node, relationship, day);
    if (condition == null) {
      return related.isEmpty();
    }
    if (!relationship.target().many()) {
      return count(related, relationship, condition) > 0;
    }
    return ((Map<?, ?>) condition)
        .entrySet().stream()
            .allMatch(entry -> {
              long count = count(related, relationship, entry.getValue());
              return switch ((String) entry.getKey()) {
                case "some" -> count > 0;
                case "none" -> count == 0;
                case "all" -> count == related.size();
                case "single" -> count == 1;
                case String name -> throw new IllegalStateException("no quantifier " + name);
              };
            });
  }

  private long count(List<Link> related, Relationship relationship, Object condition) {
    return related.stream()
        .filter(link -> node(target(relationship), link.node(), condition))
        .count();
  }

  private static boolean attribute(
      Entity entity, String name, Map<String, Object> properties, Object filter) {
    Attribute attribute = entity.attributes().get(name);
    if (attribute == null) {
      throw new IllegalStateException("no attribute " + entity.name() + "." + name);
    }
    var stored = properties.get(attribute.property());
    return filter(
        stored, attribute.type().scalar() instanceof Scalar.Code ? upper(filter) : filter);
  }

  /// The start of a code is given in any letter case; codes are stored in upper case.
  private static Object upper(Object filter) {
    if (!(filter instanceof Map<?, ?> operators)
        || !(operators.get("startsWith") instanceof String start)) {
      return filter;
    }
    var upper = new HashMap<Object, Object>(operators);
    upper.put("startsWith", start.toUpperCase(Locale.ROOT));
    return upper;
  }

  private static boolean filter(Object stored, Object filter) {
    return filter == null
        || ((Map<?, ?>) filter)
            .entrySet().stream()
                .allMatch(entry -> operator((String) entry.getKey(), stored, entry.getValue()));
  }

  private static boolean operator(String operator, Object stored, Object given) {
    if (operator.equals("eq") && given == null) {
      return stored == null;
    }
    if (operator.equals("size")) {
      return filter(stored instanceof List<?> list ? list.size() : null, given);
    }
    if (stored == null) {
      return false;
    }
    return switch (operator) {
      case "eq" -> Order.equal(stored, given);
      case "in" -> ((List<?>) given).stream().anyMatch(one -> Order.equal(stored, one));
      case "gt" -> Order.comparable(stored, given) && Order.compare(stored, given) > 0;
      case "gte" -> Order.comparable(stored, given) && Order.compare(stored, given) >= 0;
      case "lt" -> Order.comparable(stored, given) && Order.compare(stored, given) < 0;
      case "lte" -> Order.comparable(stored, given) && Order.compare(stored, given) <= 0;
      case "contains" -> stored instanceof String text && text.contains((String) given);
      case "startsWith" -> stored instanceof String text && text.startsWith((String) given);
      case "endsWith" -> stored instanceof String text && text.endsWith((String) given);
      case "includes" ->
          stored instanceof List<?> list && list.stream().anyMatch(one -> Order.equal(one, given));
      default -> throw new IllegalStateException("no operator " + operator);
    };
  }
}
