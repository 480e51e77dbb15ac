package nl.jeugdgraaf.property;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.property.Links.Link;

/// The order of stored values, and of nodes and relationships by them.
///
/// Values of different types have the order that Cypher gives them; it is seen only where a stored
/// value breaks the schema.
final class Order {
  /// Ascending, null last.
  private static final Comparator<Object> ASCENDING = Comparator.nullsLast(Order::compare);

  private Order() {}

  /// Returns the order of the nodes of a field: the sort given, then the key.
  static Comparator<Graph.Node> nodes(Model model, NodeEntity entity, Object sort) {
    var order = new ArrayList<Comparator<Graph.Node>>();
    for (var given : list(sort)) {
      order.add(given(entity, given, Graph.Node::properties));
    }
    order.add(keys(model, entity));
    return joined(order);
  }

  /// Returns the order of relationships: the sort given, the key of the node, the first day, keys.
  static Comparator<Link> links(Model model, Relationship relationship, Object sort) {
    var entity = model.entity(relationship.target().entity());
    var order = new ArrayList<Comparator<Link>>();
    for (var given : list(sort)) {
      var only = only(given);
      order.add(
          only.getKey().equals("node")
              ? given(entity, only.getValue(), link -> link.node().properties())
              : given(relationship.edge(), only.getValue(), link -> link.edge().properties()));
    }
    order.add(Comparator.comparing(Link::node, keys(model, entity)));
    if (relationship.edge().temporal()) {
      order.add(edgeProperty(EdgeType.VALID_FROM));
    }
    relationship.edge().keys().forEach(key -> order.add(edgeProperty(key.property())));
    return joined(order);
  }

  private static Comparator<Link> edgeProperty(String property) {
    return Comparator.comparing(link -> link.edge().properties().get(property), ASCENDING);
  }

  private static Comparator<Graph.Node> keys(Model model, NodeEntity entity) {
    var properties = new LinkedHashSet<String>();
    for (NodeType type : model.nodes().values()) {
      if (model.concrete(entity).contains(type)) {
        properties.add(type.key().property());
      }
    }
    var order = new ArrayList<Comparator<Graph.Node>>();
    properties.forEach(
        key -> order.add(Comparator.comparing(node -> node.properties().get(key), ASCENDING)));
    return joined(order);
  }

  private static <T> Comparator<T> given(Entity entity, Object sort, Properties<T> properties) {
    var only = only(sort);
    var property = entity.attributes().get((String) only.getKey()).property();
    Comparator<T> ascending =
        Comparator.comparing(thing -> properties.of(thing).get(property), ASCENDING);
    return only.getValue().equals("DESC") ? ascending.reversed() : ascending;
  }

  private interface Properties<T> {
    Map<String, Object> of(T thing);
  }

  private static List<?> list(Object sort) {
    return sort == null ? List.of() : (List<?>) sort;
  }

  private static Map.Entry<?, ?> only(Object object) {
    var entries = ((Map<?, ?>) object).entrySet();
    if (entries.size() != 1) {
      throw new IllegalStateException("a sort has one key, this one has " + entries);
    }
    return entries.iterator().next();
  }

  private static <T> Comparator<T> joined(List<Comparator<T>> order) {
    return order.stream().reduce((_, _) -> 0, Comparator::thenComparing);
  }

  /// Returns whether two values have an order in a filter: not so where one is a text and the other
  /// a number.
  static boolean comparable(Object left, Object right) {
    return rank(left) == rank(right);
  }

  /// Returns whether two values are equal; an integer and a floating-point number can be.
  static boolean equal(Object left, Object right) {
    return comparable(left, right) && compare(left, right) == 0;
  }

  /// Returns the order of two values that are not null.
  static int compare(Object left, Object right) {
    return switch (left) {
      case Object _ when rank(left) != rank(right) -> Integer.compare(rank(left), rank(right));
      case String text -> compareTexts(text, (String) right);
      case Boolean truth -> truth.compareTo((Boolean) right);
      case LocalDate day -> day.compareTo((LocalDate) right);
      case OffsetDateTime moment ->
          moment.toInstant().compareTo(((OffsetDateTime) right).toInstant());
      case Number number -> Double.compare(number.doubleValue(), ((Number) right).doubleValue());
      case List<?> list -> compareLists(list, (List<?>) right);
      default -> throw new IllegalStateException("no order for " + left.getClass());
    };
  }

  private static int compareTexts(String left, String right) {
    var ours = left.codePoints().toArray();
    var theirs = right.codePoints().toArray();
    return Arrays.compare(ours, theirs);
  }

  private static int compareLists(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      var order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int rank(Object value) {
    return switch (value) {
      case List<?> _ -> 0;
      case OffsetDateTime _ -> 1;
      case LocalDate _ -> 2;
      case String _ -> 3;
      case Boolean _ -> 4;
      case Number _ -> 5;
      default -> throw new IllegalStateException("no rank for " + value.getClass());
    };
  }
}
