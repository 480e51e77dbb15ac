package nl.jeugdgraaf.property.visible;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.reference.FilterEvaluator;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.GraphOnDay;
import nl.jeugdgraaf.property.reference.RelatedNodes;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// The part of a graph that one caller may see on a day: what is left when everything else is cut
/// away, node by node, relationship by relationship, value by value.
///
/// @param whole the graph, on which rules are read
/// @param sight what the caller can see
/// @param day the day on which rules are read
record VisibleGraph(RelatedNodes whole, ReferencePermissions sight, LocalDate day) {
  private static final Set<String> LISTS = Set.of("AND", "OR");

  /// Returns what a caller sees of a graph.
  ///
  /// @param model the shape of the graph
  /// @param graph the graph
  /// @param sight what the caller can see
  /// @param asked the day that is asked; rules are read on it, but at most today
  static Graph of(Model model, Graph graph, ReferencePermissions sight, LocalDate asked) {
    var day = asked.isAfter(graph.today()) ? graph.today() : asked;
    return new VisibleGraph(new RelatedNodes(model, graph), sight, day).cut();
  }

  private Graph cut() {
    var nodes = new LinkedHashMap<Integer, Graph.Node>();
    for (var node : whole.graph().nodes()) {
      Predicate<Object> holds = where -> conditions().node(node.type(), node, where).holds();
      if (any(node.type().name(), sight.visible(node.type().name()), holds)) {
        var properties = readable(node.type(), node.properties(), holds);
        nodes.put(node.number(), new Graph.Node(node.number(), node.type(), properties));
      }
    }
    var edges = new ArrayList<Graph.Edge>();
    for (var edge : whole.graph().edges()) {
      var from = nodes.get(edge.ends().from().number());
      var to = nodes.get(edge.ends().to().number());
      if (from != null && to != null) {
        seen(edge)
            .ifPresent(properties ->
                edges.add(
                    new Graph.Edge(
                        edge.number(), edge.type(), new Graph.Ends(from, to), properties)));
      }
    }
    return new Graph(List.copyOf(nodes.values()), edges, whole.graph().today());
  }

  private FilterEvaluator conditions() {
    return new FilterEvaluator(new GraphOnDay(_ -> whole, day));
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
        ? Optional.of(readable(type, edge.properties(), holds))
        : Optional.empty();
  }

  private Map<String, Object> readable(
      Entity type, Map<String, Object> properties, Predicate<Object> holds) {
    var left = new LinkedHashMap<>(properties);
    for (var attribute : type.attributes().values()) {
      if (!any(type.name(), sight.readable(type.name(), attribute.name()), holds)) {
        left.remove(attribute.property());
      }
    }
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
      if (name.equals("rule")) {
        all.add(where(type, RulesAsWritten.name(field.getValue())));
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
      case StringValue text when text.getValue().equals("$day") -> day;
      default -> RulesAsWritten.name(written);
    };
  }
}
