package nl.jeugdgraaf.property.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.api.CountDistinctPaths;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// All relationships of a connection, or of a group of one, in numbers.
///
/// @param view the graph on the day
/// @param type where they lead and what they say
/// @param rows the relationships; at the root one for each node
record Totals(GraphOnDay view, ConnectionType type, List<Link> rows) {
  /// Returns the nodes, each once.
  List<Graph.Node> nodes() {
    return rows.stream().map(Link::node).distinct().toList();
  }

  /// Returns one of the two numbers of a connection.
  int count(String what) {
    return switch (what) {
      case "nodes" -> nodes().size();
      case "edges" -> rows.size();
      default -> throw new IllegalStateException("no count of " + what);
    };
  }

  /// Returns how many different values of a field, or different related nodes, there are.
  int countDistinct(String name) {
    var target = type.target();
    var way = CountDistinctPaths.of(view.model(), target).get(name);
    if (way == null) {
      var values = new ArrayList<Object>();
      for (var node : nodes()) {
        var value = GraphOnDay.value(target, name, node);
        if (value != null && values.stream().noneMatch(known -> ValueOrder.equal(known, value))) {
          values.add(value);
        }
      }
      return values.size();
    }
    var reached = nodes();
    for (var step : way) {
      reached =
          reached.stream()
              .flatMap(node -> view.related(node, step).stream())
              .map(Link::node)
              .distinct()
              .toList();
    }
    return reached.size();
  }

  /// Returns a statistic of the values of a field, or null where there are none.
  ///
  /// @param side `node` for values of the nodes, each counted once, or `edge`
  /// @param field whose values
  /// @param statistic which one
  /// @param part of all values, where the statistic is a percentile
  Object statistic(String side, String field, AggregateFunction statistic, Optional<Double> part) {
    var ofNodes = side.equals("node");
    var values =
        ofNodes
            ? nodes().stream().map(node -> GraphOnDay.value(type.target(), field, node))
            : rows.stream().map(link -> GraphOnDay.value(type.edge(), field, link));
    var valueType = GraphOnDay.type(ofNodes ? type.target() : type.edge(), field);
    var right = values.filter(value -> StoredValues.fits(value, valueType.scalar())).toList();
    return StatisticValues.of(statistic, valueType.scalar(), right, part);
  }

  /// Returns what a condition on totals is of these; no condition is true.
  TruthValue fit(Object where) {
    return FilterEvaluator.tree(
        where,
        (name, value) ->
            TruthValue.all(
                ((Map<?, ?>) value)
                    .entrySet().stream()
                        .map(entry -> {
                          var field = (String) entry.getKey();
                          return name.equals("count")
                              ? Comparison.filter(count(field), entry.getValue())
                              : measured(field, entry.getValue());
                        })),
        this::fit);
  }

  private TruthValue measured(String field, Object conditions) {
    return TruthValue.all(
        ((Map<?, ?>) conditions)
            .entrySet().stream()
                .map(entry ->
                    Comparison.filter(
                        statistic(
                            "node",
                            field,
                            StatisticValues.named((String) entry.getKey()),
                            Optional.empty()),
                        entry.getValue())));
  }
}
