package nl.jeugdgraaf.property.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.api.CountDistinctPaths;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// All relationships of a connection, or of a group of one, in numbers.
///
/// @param view the graph on the day
/// @param type where they lead and what they say
/// @param members the relationships, at the root one for each node; in a group each as often as
///   there are ways from it to the key
/// @param where the condition on nodes at the root, or null
record Totals(GraphOnDay view, ConnectionType type, List<Member> members, Object where) {
  /// A relationship, and a way from its node to the key of a group.
  ///
  /// @param link the relationship
  /// @param passed the nodes on the way, or nothing where it ended before, by the names of the
  ///   fields that lead there
  record Member(Link link, Map<List<String>, Optional<Graph.Node>> passed) {}

  /// Returns the totals of relationships that are in no group.
  static Totals of(GraphOnDay view, ConnectionType type, List<Link> rows, Object where) {
    var members = rows.stream().map(row -> new Member(row, Map.of())).toList();
    return new Totals(view, type, members, where);
  }

  /// Returns the relationships, each once.
  List<Link> rows() {
    return members.stream().map(Member::link).distinct().toList();
  }

  /// Returns the nodes, each once.
  List<Graph.Node> nodes() {
    return members.stream().map(member -> member.link().node()).distinct().toList();
  }

  /// Returns one of the two numbers of a connection.
  int count(String what) {
    return switch (what) {
      case "nodes" -> nodes().size();
      case "edges" -> rows().size();
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
        var value = view.value(target, name, node);
        if (value != null && values.stream().noneMatch(known -> ValueOrder.equal(known, value))) {
          values.add(value);
        }
      }
      return values.size();
    }
    var reached = new HashSet<Graph.Node>();
    members.forEach(member -> reached.addAll(reached(member, way)));
    return reached.size();
  }

  /// Returns the nodes at the end of a way. As far as the member passed it on the way to its key,
  /// the way is the same; from there on it has no day of its own. Along relationships to one node
  /// only those count that fit what the condition on the rows asks of them.
  private Set<Graph.Node> reached(Member member, List<RelationshipField> way) {
    var names = way.stream().map(RelationshipField::name).toList();
    int known = way.size();
    while (known > 0 && !member.passed().containsKey(names.subList(0, known))) {
      known--;
    }
    var from =
        known == 0
            ? Optional.of(member.link().node())
            : member.passed().get(names.subList(0, known));
    var reached = new LinkedHashSet<Graph.Node>();
    from.ifPresent(reached::add);
    var asked = known == 0 && way.stream().noneMatch(step -> step.target().many()) ? where : null;
    for (var step : way.subList(known, way.size())) {
      asked = asked instanceof Map<?, ?> conditions ? conditions.get(step.name()) : null;
      var next = new LinkedHashSet<Graph.Node>();
      for (var node : reached) {
        for (var link : view.related(node, step)) {
          if (new FilterEvaluator(view).node(view.target(step), link.node(), asked).holds()) {
            next.add(link.node());
          }
        }
      }
      reached = next;
    }
    return reached;
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
            ? nodes().stream().map(node -> view.value(type.target(), field, node))
            : rows().stream().map(link -> GraphOnDay.value(type.edge(), field, link));
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
