package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Bound;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// `sort`, `limit`, `offset` and `first` to sorted and cut rows.
///
/// Every list has an order: what the caller asks, then the key, so that equal questions get equal
/// answers. Only nodes of two types that share a key can change places in a list of an interface.
///
/// @param scope what holds around the field
record Paging(Scope scope) {

  /// Sorts and cuts rows of nodes.
  Rows nodes(Rows rows, BoundNode node, Map<String, Input> arguments) {
    var order = new ArrayList<Rows.Order>();
    for (var level : levels(arguments.get("sort"), "sort")) {
      add(order, level(node, node.entity(), level));
    }
    keys(node).forEach(key -> add(order, key));
    return cut(sorted(rows, order), arguments);
  }

  /// Sorts and cuts rows of relationships.
  Rows edges(Rows rows, Hop hop, Map<String, Input> arguments) {
    var order = new ArrayList<Rows.Order>();
    for (var level : levels(arguments.get("sort"), "sort")) {
      var place = "sort." + level.getKey();
      var inner = single(level.getValue(), place);
      add(
          order,
          level.getKey().equals("node")
              ? level(hop.to(), hop.to().entity(), inner)
              : level(hop.edge(), hop.edge().entity(), inner));
    }
    keys(hop.to()).forEach(key -> add(order, key));
    edgeKeys(hop.edge().entity()).forEach(key -> add(order, ascending(hop.edge(), key)));
    return cut(sorted(rows, order), arguments);
  }

  /// Puts the one that a to-one field shows first.
  Rows first(Rows rows, BoundNode node) {
    return sorted(rows, keys(node));
  }

  private static Rows sorted(Rows rows, List<Rows.Order> order) {
    return order.isEmpty() ? rows : new Rows.Sort(rows, order);
  }

  private Rows cut(Rows rows, Map<String, Input> arguments) {
    var cut = rows;
    if (arguments.get("offset") instanceof Input.Leaf offset) {
      cut = new Rows.Skip(cut, count(offset, "offset"));
    }
    for (var name : List.of("limit", "first")) {
      if (arguments.get(name) instanceof Input.Leaf limit) {
        cut = new Rows.Limit(cut, count(limit, name));
      }
    }
    return cut;
  }

  private Parameter count(Input.Leaf leaf, String name) {
    if (leaf.value() instanceof Integer number && number < 0) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, name + " is negative; it counts rows, so it is 0 or more.");
    }
    return scope.binder().parameter(leaf.source());
  }

  private List<Rows.Order> keys(BoundNode node) {
    var keys = new LinkedHashMap<String, Attribute>();
    switch (node.entity()) {
      case NodeType type -> keys.put(type.key().property(), type.key());
      case InterfaceType type ->
          scope
              .model()
              .concrete(type)
              .forEach(it -> keys.putIfAbsent(it.key().property(), it.key()));
    }
    return keys.values().stream().map(key -> ascending(node, key)).toList();
  }

  private static List<Attribute> edgeKeys(EdgeType edge) {
    var keys = new ArrayList<Attribute>();
    if (edge.temporal()) {
      var from = edge.attributes().get(EdgeType.VALID_FROM);
      if (from != null) {
        keys.add(from);
      }
    }
    keys.addAll(edge.keys());
    return keys;
  }

  private Rows.Order ascending(Bound of, Attribute attribute) {
    return new Rows.Order(scope.binder().property(of, attribute), false);
  }

  private static void add(List<Rows.Order> order, Rows.Order level) {
    if (order.stream().noneMatch(it -> it.property().equals(level.property()))) {
      order.add(level);
    }
  }

  private Rows.Order level(Bound of, Entity entity, Map.Entry<String, Input> level) {
    var attribute = entity.attributes().get(level.getKey());
    if (attribute == null) {
      throw new Bug("validation let sort." + level.getKey() + " pass");
    }
    if (!(level.getValue() instanceof Input.Leaf direction)) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "sort." + level.getKey() + " is null; write ASC or DESC.");
    }
    return new Rows.Order(scope.binder().property(of, attribute), direction.value().equals("DESC"));
  }

  private static List<Map.Entry<String, Input>> levels(@Nullable Input sort, String at) {
    return sort instanceof Input.Items items
        ? items.items().stream().map(item -> single(item, at)).toList()
        : List.of();
  }

  private static Map.Entry<String, Input> single(Input input, String at) {
    if (input instanceof Input.Fields object && object.fields().size() == 1) {
      return object.fields().firstEntry();
    }
    throw new ProblemException(
        Code.BAD_USER_INPUT,
        at
            + " needs exactly one key in each object, such as [{a: ASC}, {b: DESC}]: the order of"
            + " two in one object would be open.");
  }
}
