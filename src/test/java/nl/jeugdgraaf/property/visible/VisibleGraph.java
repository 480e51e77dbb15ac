package nl.jeugdgraaf.property.visible;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.reference.FilterEvaluator;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.GraphOnDay;
import nl.jeugdgraaf.property.reference.RelatedNodes;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// The part of a graph that one caller may see: what is left when everything else is cut away, node
/// by node, relationship by relationship, value by value.
///
/// Rules are read today, so it is the same part whatever day the caller asks about. A node that is
/// not there today meets none.
///
/// @param whole the graph, on which rules are read
/// @param sight what the caller can see
record VisibleGraph(RelatedNodes whole, ReferencePermissions sight) {
  private static final Set<String> LISTS = Set.of("AND", "OR");

  /// Returns what a caller sees of a graph.
  ///
  /// @param model the shape of the graph
  /// @param graph the graph
  /// @param sight what the caller can see
  static Graph of(Model model, Graph graph, ReferencePermissions sight) {
    return new VisibleGraph(new RelatedNodes(model, graph), sight).cut();
  }

  private Graph cut() {
    var nodes = new LinkedHashMap<Integer, Graph.Node>();
    var connected = new HashSet<Graph.Node>();
    var today = GraphOnDay.ofRules(whole);
    var conditions = new FilterEvaluator(today);
    for (var node : whole.graph().nodes()) {
      var type = node.type().name();
      Predicate<Object> holds =
          where -> today.isThere(node) && conditions.node(node.type(), node, where).holds();
      if (any(type, sight.visible(type), holds)) {
        nodes.put(node.number(), readable(node, holds));
        if (any(type, sight.connected(type), holds)) {
          connected.add(node);
        }
      }
    }
    var edges = new ArrayList<Graph.Edge>();
    for (var edge : whole.graph().edges()) {
      var from = nodes.get(edge.ends().from().number());
      var to = nodes.get(edge.ends().to().number());
      if (from != null
          && to != null
          && (connected.contains(from) || sight.isOwn(to))
          && (connected.contains(to) || sight.isOwn(from))) {
        seen(edge)
            .ifPresent(properties ->
                edges.add(
                    new Graph.Edge(
                        edge.number(), edge.type(), new Graph.Ends(from, to), properties)));
      }
    }
    return new Graph(List.copyOf(nodes.values()), edges, whole.graph().today());
  }

  /// What a relationship says to the caller, if it may be seen.
  private Optional<Map<String, Object>> seen(Graph.Edge edge) {
    var type = whole.typeOf(edge);
    if (type.isNone()) {
      return Optional.of(edge.properties());
    }
    var link = new Link(edge, edge.ends().to());
    Predicate<Object> holds = where -> FilterEvaluator.edge(type, link, where).holds();
    return any(type.name(), sight.visible(type.name()), holds)
        ? Optional.of(without(hidden(type, holds), type, edge.properties()))
        : Optional.empty();
  }

  private Graph.Node readable(Graph.Node node, Predicate<Object> holds) {
    var hidden = hidden(node.type(), holds);
    var left = without(hidden, node.type(), node.properties());
    return new Graph.Node(node.number(), node.type(), left, hidden);
  }

  /// Returns the names of the attributes that the caller may not read.
  private Set<String> hidden(Entity type, Predicate<Object> holds) {
    return type.attributes().keySet().stream()
        .filter(name -> !any(type.name(), sight.readable(type.name(), name), holds))
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> without(
      Set<String> hidden, Entity type, Map<String, Object> properties) {
    var left = new LinkedHashMap<>(properties);
    hidden.forEach(name -> left.remove(type.attributes().get(name).property()));
    return left;
  }

  private boolean any(String type, List<Optional<String>> rules, Predicate<Object> holds) {
    return rules.stream().anyMatch(rule -> rule.isEmpty() || holds.test(where(type, rule.get())));
  }

  private Object where(String type, String rule) {
    return object(sight.book().rule(type, rule), type);
  }

  /// A written condition with its values in place, as graphql-java would coerce it; a rule inside
  /// stands for its own condition.
  private Map<String, Object> object(ObjectValue written, String type) {
    var where = new LinkedHashMap<String, Object>();
    var all = new ArrayList<Object>();
    for (var field : written.getObjectFields()) {
      var name = field.getName();
      if (name.equals("rule") && field.getValue() instanceof StringValue other) {
        all.add(where(type, other.getValue()));
      } else {
        var value = value(field.getValue(), sight.book().below(type, name));
        where.put(name, LISTS.contains(name) && !(value instanceof List) ? List.of(value) : value);
      }
    }
    return all.isEmpty() ? where : Map.of("AND", List.of(where, Map.of("AND", all)));
  }

  private Object value(Value<?> written, String type) {
    return switch (written) {
      case ObjectValue object -> object(object, type);
      case ArrayValue list -> list.getValues().stream().map(one -> value(one, type)).toList();
      case NullValue _ -> null;
      case BooleanValue truth -> truth.isValue();
      case IntValue number -> number.getValue().intValueExact();
      case StringValue text when text.getValue().equals("$caller.organisation") ->
          sight.caller().organisation();
      case StringValue text when text.getValue().equals("$today") -> whole.graph().today();
      default -> RulesAsWritten.name(written);
    };
  }
}
