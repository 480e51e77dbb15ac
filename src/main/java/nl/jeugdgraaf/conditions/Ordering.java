package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Variable;
import org.jspecify.annotations.Nullable;

/// `sort` to an order of rows that leaves nothing open: what the caller asks, then the key, so that
/// equal questions get equal answers, page after page.
///
/// @param scope what holds around the field
public record Ordering(Scope scope) {
  /// Returns the order of nodes.
  public List<Rows.SortKey> nodes(NodeVariable node, @Nullable Input sort) {
    var order = new ArrayList<Rows.SortKey>();
    for (var item : items(sort)) {
      add(order, item, level -> level(node, level, Argument.SORT));
    }
    keys(node).forEach(key -> add(order, key));
    return order;
  }

  /// Returns the order of relationships and the nodes that they lead to.
  ///
  /// @param edge the relationship; absent where a chain led to the node
  public List<Rows.SortKey> edges(
      Optional<RelationshipVariable> edge, NodeVariable node, @Nullable Input sort) {
    var order = new ArrayList<Rows.SortKey>();
    for (var item : items(sort)) {
      add(order, item, level -> level(edge, node, level));
    }
    keys(node).forEach(key -> add(order, key));
    edge.ifPresent(one -> edgeKeys(one).forEach(key -> add(order, key)));
    return order;
  }

  /// Adds what one object of `sort` asks, unless it is refused.
  private void add(
      List<Rows.SortKey> order,
      Input item,
      Function<Map.Entry<String, Input>, List<Rows.SortKey>> keys) {
    var refusals = scope.refusals();
    refusals
        .input(
            Argument.SORT,
            () -> {
              var level = single(item, Argument.SORT);
              return refusals.input(
                  Argument.SORT + "." + level.getKey(),
                  () -> keys.apply(level),
                  List.<Rows.SortKey>of());
            },
            List.<Rows.SortKey>of())
        .forEach(asked -> add(order, asked));
  }

  private List<Rows.SortKey> level(
      Optional<RelationshipVariable> edge, NodeVariable node, Map.Entry<String, Input> level) {
    var place = Argument.SORT + "." + level.getKey();
    var inner = single(level.getValue(), place);
    if (level.getKey().equals(InputField.NODE)) {
      return level(node, inner, place);
    }
    var of = edge.orElseThrow(() -> ApiField.unknown(place));
    return attribute(of, of.entity().attributes().get(inner.getKey()), inner, place);
  }

  /// Returns the order by the keys of a node: those of all types of an interface, then the type.
  public List<Rows.SortKey> keys(NodeVariable node) {
    var keys = new LinkedHashMap<String, Attribute>();
    switch (node.entity()) {
      case NodeType type -> keys.put(type.key().property(), type.key());
      case InterfaceType type ->
          scope
              .model()
              .concrete(type)
              .forEach(it -> keys.putIfAbsent(it.key().property(), it.key()));
    }
    var order = new ArrayList<Rows.SortKey>();
    keys.values().forEach(key -> order.add(ascending(scope.binder().property(node, key))));
    if (node.entity() instanceof InterfaceType) {
      order.add(ascending(scope.typeName(node)));
    }
    return order;
  }

  private List<Rows.SortKey> edgeKeys(RelationshipVariable edge) {
    var keys = new ArrayList<Rows.SortKey>();
    firstDay(edge).ifPresent(day -> keys.add(ascending(day)));
    edge.entity().keys().forEach(key -> keys.add(ascending(scope.binder().property(edge, key))));
    return keys;
  }

  /// Returns the first day of relationships with periods.
  public Optional<Term> firstDay(RelationshipVariable edge) {
    var day = edge.entity().attributes().get(RelationshipProperties.VALID_FROM);
    return edge.entity().temporal() && day != null
        ? Optional.of(scope.binder().property(edge, day))
        : Optional.empty();
  }

  private static Rows.SortKey ascending(Term term) {
    return new Rows.SortKey(term, false);
  }

  private static void add(List<Rows.SortKey> order, Rows.SortKey level) {
    if (order.stream().noneMatch(it -> it.term().equals(level.term()))) {
      order.add(level);
    }
  }

  private List<Rows.SortKey> level(NodeVariable node, Map.Entry<String, Input> level, String at) {
    var by = value(node, level, at);
    return directed(by.term(), by.direction());
  }

  /// A value to sort by.
  ///
  /// @param direction one of [ApiNames#SORT_DIRECTION]
  private record By(Term term, String direction) {
    By in(Hop hop, List<Rows.SortKey> keys) {
      var found = new Rows.Expand(new Rows.Argument(hop.from()), hop);
      return new By(new Term.First(new Rows.Sort(found, keys), term), direction);
    }
  }

  private By value(NodeVariable node, Map.Entry<String, Input> level, String at) {
    NodeEntity entity = node.entity();
    var name = level.getKey();
    var computed = entity.computed().get(name);
    if (computed != null) {
      return new By(scope.binder().computed(node, computed), direction(level, at));
    }
    var relationship = entity.relationships().get(name);
    if (relationship != null) {
      // The value of the one that a to-one field shows.
      var hop = scope.hop(node, relationship, false);
      var place = at + "." + name;
      return value(hop.to(), single(level.getValue(), place), place).in(hop, keys(hop.to()));
    }
    var attribute = entity.attributes().get(name);
    return attribute == null ? counted(node, level, at) : by(node, attribute, level, at);
  }

  /// Returns the order by a value: missing ones come last ascending and first descending, as in
  /// Cypher, unless the direction says where.
  ///
  /// @param direction one of [ApiNames#SORT_DIRECTION]
  public static List<Rows.SortKey> directed(Term term, String direction) {
    return switch (direction) {
      case InputField.ASC -> List.of(ascending(term));
      case InputField.DESC -> List.of(new Rows.SortKey(term, true));
      case InputField.ASC_NULLS_FIRST ->
          List.of(new Rows.SortKey(new Term.Missing(term), true), ascending(term));
      case InputField.DESC_NULLS_LAST ->
          List.of(ascending(new Term.Missing(term)), new Rows.SortKey(term, true));
      default -> throw ApiField.unknown(direction);
    };
  }

  private By counted(NodeVariable node, Map.Entry<String, Input> level, String at) {
    var name = level.getKey();
    RelationshipField relationship =
        ApiNames.ofConnectionField(name)
            .map(node.entity().relationships()::get)
            .orElseThrow(() -> ApiField.unknown(at + "." + name));
    var ofConnection = at + "." + name;
    var ofAggregate = ofConnection + "." + InputField.AGGREGATE;
    var ofCount = ofAggregate + "." + InputField.COUNT;
    var given = ValueConditions.object(level.getValue(), ofConnection).fields();
    var where = given.get(Argument.WHERE);
    var hop = scope.hop(node, relationship, false);
    Rows rows = new Rows.Expand(new Rows.Argument(node), hop);
    var fits =
        where instanceof Input.Fields fields
            ? new WhereCompiler(scope).node(hop.to(), fields, ofConnection + "." + Argument.WHERE)
            : Predicate.Always.TRUE;
    var aggregate = single(without(given, Argument.WHERE), ofConnection);
    var count = single(aggregate.getValue(), ofAggregate);
    var counted = single(count.getValue(), ofCount);
    var fitting = fits.equals(Predicate.Always.TRUE) ? rows : new Rows.Filter(rows, fits);
    var countedRows =
        switch (ApiField.of(ApiField.Count.class, counted.getKey())) {
          case NODES -> new Rows.Distinct(fitting, hop.to());
          case EDGES -> fitting;
        };
    return new By(new Term.Count(countedRows), direction(counted, ofCount));
  }

  private static Input without(SequencedMap<String, Input> given, String name) {
    var others = new LinkedHashMap<>(given);
    others.remove(name);
    return new Input.Fields(others);
  }

  private List<Rows.SortKey> attribute(
      Variable of, @Nullable Attribute attribute, Map.Entry<String, Input> level, String at) {
    if (attribute == null) {
      throw ApiField.unknown(at + "." + level.getKey());
    }
    var by = by(of, attribute, level, at);
    return directed(by.term(), by.direction());
  }

  private By by(Variable of, Attribute attribute, Map.Entry<String, Input> level, String at) {
    var property = scope.binder().property(of, attribute);
    return new By(scope.collated(property, attribute.type()), direction(level, at));
  }

  private static String direction(Map.Entry<String, Input> level, String at) {
    if (level.getValue() instanceof Input.Leaf direction) {
      return direction.value().toString();
    }
    throw ValueConditions.bad(at + "." + level.getKey(), "is null. Use ASC or DESC.");
  }

  private static List<Input> items(@Nullable Input sort) {
    return sort instanceof Input.Items items ? items.items() : List.of();
  }

  private static Map.Entry<String, Input> single(Input input, String at) {
    return Optional.of(input)
        .filter(Input.Fields.class::isInstance)
        .map(Input.Fields.class::cast)
        .filter(object -> object.fields().size() == 1)
        .map(object -> object.fields().firstEntry())
        .orElseThrow(() ->
            ValueConditions.bad(
                at,
                "takes exactly one key in each object. Use one object for each key, such as"
                    + " [{a: ASC}, {b: DESC}]."));
  }
}
