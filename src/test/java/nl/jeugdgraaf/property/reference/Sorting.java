package nl.jeugdgraaf.property.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// The order of nodes and relationships on a day.
///
/// @param view the graph on the day
record Sorting(GraphOnDay view) {
  private static final String CONNECTION = "Connection";

  /// Returns the order of the nodes of a field: the sort given, then the key.
  Comparator<Graph.Node> nodes(NodeEntity entity, Object sort) {
    var order = new ArrayList<Comparator<Graph.Node>>();
    for (var given : list(sort)) {
      order.add(directed(node -> sorted(entity, node, given), direction(given)));
    }
    order.add(keys(entity));
    return joined(order);
  }

  /// Returns the order of relationships: the sort given, the key of the node, the first day, keys.
  Comparator<Link> links(RelationshipField relationship, Object sort) {
    var target = view.target(relationship);
    var edge = relationship.properties();
    var order = new ArrayList<Comparator<Link>>();
    for (var given : list(sort)) {
      var only = only(given);
      var direction = direction(given);
      order.add(
          only.getKey().equals("node")
              ? directed(link -> sorted(target, link.node(), only.getValue()), direction)
              : directed(
                  link -> property(edge, (String) only(only.getValue()).getKey(), link),
                  direction));
    }
    order.add(Comparator.comparing(Link::node, keys(target)));
    order.addAll(identity(edge));
    return joined(order);
  }

  private static Object property(RelationshipProperties edge, String name, Link link) {
    return Folding.collated(GraphOnDay.value(edge, name, link), GraphOnDay.type(edge, name));
  }

  /// Returns what orders relationships that lead to one node.
  static List<Comparator<Link>> identity(RelationshipProperties edge) {
    var order = new ArrayList<Comparator<Link>>();
    if (edge.temporal()) {
      order.add(edgeProperty(RelationshipProperties.VALID_FROM));
    }
    edge.keys().forEach(key -> order.add(edgeProperty(key.property())));
    return order;
  }

  /// Returns the order by one property of the relationship, null last.
  static Comparator<Link> edgeProperty(String property) {
    return Comparator.comparing(
        link -> link.edge().properties().get(property), ValueOrder.ASCENDING);
  }

  /// Returns the order by key: all keys that nodes of an interface can have, then their type.
  Comparator<Graph.Node> keys(NodeEntity entity) {
    var properties = new LinkedHashSet<String>();
    for (NodeType type : view.model().nodes().values()) {
      if (view.model().concrete(entity).contains(type)) {
        properties.add(type.key().property());
      }
    }
    var order = new ArrayList<Comparator<Graph.Node>>();
    properties.forEach(key ->
        order.add(Comparator.comparing(node -> node.properties().get(key), ValueOrder.ASCENDING)));
    if (entity instanceof InterfaceType) {
      order.add(Comparator.comparing(node -> node.type().name()));
    }
    return joined(order);
  }

  /// The value by which a node is sorted: its own, a number of relationships, or that of the node
  /// which a field shows.
  private Object sorted(NodeEntity entity, Graph.Node node, Object sort) {
    var only = only(sort);
    var name = (String) only.getKey();
    if (entity.attributes().containsKey(name) || entity.computed().containsKey(name)) {
      return Folding.collated(view.value(entity, name, node), GraphOnDay.type(entity, name));
    }
    var relationship = entity.relationships().get(name);
    if (relationship != null) {
      return view.shown(node, relationship)
          .map(shown -> sorted(view.target(relationship), shown, only.getValue()))
          .orElse(null);
    }
    var stem = name.substring(0, name.length() - CONNECTION.length());
    var by = (Map<?, ?>) only.getValue();
    var followed = entity.relationships().get(stem);
    var filter = new FilterEvaluator(view);
    var where = by.get("where");
    var links =
        view.related(node, followed).stream()
            .filter(link -> filter.node(view.target(followed), link.node(), where).holds())
            .toList();
    var count = only(only(by.get("aggregate")).getValue());
    return count.getKey().equals("edges")
        ? links.size()
        : (int) links.stream().map(Link::node).distinct().count();
  }

  /// The direction is at the end of the path, however long that is.
  private static String direction(Object sort) {
    if (sort instanceof Map<?, ?> by && by.containsKey("where") && by.containsKey("aggregate")) {
      return direction(by.get("aggregate"));
    }
    var value = only(sort).getValue();
    return value instanceof Map<?, ?> ? direction(value) : (String) value;
  }

  /// Returns an order by a value: ascending with null last, or the other way round, unless the
  /// direction says where null comes.
  static <T> Comparator<T> directed(Function<T, Object> value, String direction) {
    Comparator<T> ascending = Comparator.comparing(value, ValueOrder.ASCENDING);
    return switch (direction) {
      case "ASC" -> ascending;
      case "DESC" -> ascending.reversed();
      case "ASC_NULLS_FIRST" ->
          Comparator.comparing(value, Comparator.nullsFirst(ValueOrder::compare));
      case "DESC_NULLS_LAST" ->
          Comparator.comparing(
              value, Comparator.nullsLast((one, other) -> ValueOrder.compare(other, one)));
      default -> throw new IllegalStateException("no direction " + direction);
    };
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

  /// Returns the order by the first of several orders that tells two things apart.
  static <T> Comparator<T> joined(List<Comparator<T>> order) {
    return order.stream().reduce((_, _) -> 0, Comparator::thenComparing);
  }
}
