package nl.jeugdgraaf.property.visible;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.access.Subject;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Graph.Edge;
import nl.jeugdgraaf.property.reference.Graph.Node;
import nl.jeugdgraaf.property.reference.Reference;

/// Whom the audit log must name after an answer: the youths without whom the answer would be
/// another. In drawn graphs fewer than ten youths are behind anything, so that holds for counts and
/// conditions too.
///
/// Data that the schema promises to be of one youth must be of one in the graph, so that it is
/// clear what goes with a youth ([#keepingPromises]).
///
/// @param reference answers over a part of a graph
/// @param model the graph
/// @param rules say which nodes are data of which youths
record RecordedYouths(Reference reference, Model model, AccessRules rules) {
  private static final String YOUTH = "Youth";

  /// A condition on what identifies a youth, in the document or in a variable, or a look-up.
  private static final Pattern IDENTIFIED =
      Pattern.compile(
          "\\b(key|name|birthDate|pseudonym) ?[:=] ?[{$]|\\bby: ?[{$]|\\b(id|ids): ?[\"\\[$]");

  /// Returns in what the record is wrong, if in anything.
  ///
  /// @param operation what was answered
  /// @param visible what the caller sees of the graph
  /// @param graph the whole graph
  /// @param recorded what the audit log says of it
  Optional<String> difference(
      Operation operation, Graph visible, Graph graph, List<AuditEntry> recorded) {
    var named = new TreeSet<String>();
    recorded.forEach(entry -> named.addAll(entry.data().subjects().keySet()));
    var ofNode = youthsOfNodes(graph);
    var answer = reference.answer(operation, visible);
    for (var youth : youths(graph)) {
      if (named.contains(key(youth))) {
        continue;
      }
      var gone = new HashSet<Node>();
      ofNode.forEach((node, youths) -> {
        if (youths.equals(Set.of(youth))) {
          gone.add(node);
        }
      });
      var without = reference.answer(operation, visible.withoutNodes(gone));
      if (!without.data().equals(answer.data())) {
        return Optional.of(
            "%s is not named (named: %s), but without them the answer is\n%s\nand not\n%s"
                .formatted(key(youth), named, without.data(), answer.data()));
      }
    }
    return unseen(operation, visible, ofNode, named);
  }

  /// Nobody is named about whom the caller sees nothing, except by a value that the caller gave.
  private static Optional<String> unseen(
      Operation operation, Graph visible, Map<Node, Set<Node>> ofNode, Set<String> named) {
    var seen = new HashSet<String>();
    visible
        .nodes()
        .forEach(
            node -> ofNode.getOrDefault(node, Set.of()).forEach(youth -> seen.add(key(youth))));
    var surplus = new TreeSet<>(named);
    surplus.removeAll(seen);
    return surplus.isEmpty() || looksFor(operation)
        ? Optional.empty()
        : Optional.of("of " + surplus + " the caller sees nothing, but they are named");
  }

  /// Returns whether the operation has a condition on what identifies a youth.
  private static boolean looksFor(Operation operation) {
    return IDENTIFIED.matcher(operation.text()).find();
  }

  private static List<Node> youths(Graph graph) {
    return graph.nodes().stream().filter(node -> node.type().name().equals(YOUTH)).toList();
  }

  private static String key(Node youth) {
    return String.valueOf(youth.key());
  }

  private Map<Node, Set<Node>> youthsOfNodes(Graph graph) {
    return graph.nodes().stream()
        .filter(node -> rules.of(node.type().name()).subject().isPresent())
        .collect(toMap(node -> node, node -> youthsOf(graph, node)));
  }

  private Set<Node> youthsOf(Graph graph, Node node) {
    var path = rules.of(node.type().name()).subject().orElseThrow().path();
    var at = Set.of(node);
    NodeType type = node.type();
    for (var step : path) {
      var field = type.relationships().get(step);
      var reached = new HashSet<Node>();
      for (var edge : graph.edges()) {
        if (edge.type().equals(field.type())) {
          switch (field.direction()) {
            case OUT -> add(at, edge.ends().from(), edge.ends().to(), reached);
            case IN -> add(at, edge.ends().to(), edge.ends().from(), reached);
            case BOTH -> {
              add(at, edge.ends().from(), edge.ends().to(), reached);
              add(at, edge.ends().to(), edge.ends().from(), reached);
            }
          }
        }
      }
      at = reached;
      type = model.node(field.target().entity());
    }
    return at;
  }

  /// Returns a graph in which data lead to one youth, where the schema promises that.
  Graph keepingPromises(Graph drawn) {
    var surplus = new HashSet<Edge>();
    for (var type : model.nodes().values()) {
      for (var step : rules.of(type.name()).subject().map(Subject::path).orElse(List.of())) {
        var field = type.relationships().get(step);
        if (field != null && !field.target().many()) {
          surplus.addAll(afterFirst(drawn, type, field));
        }
      }
    }
    return drawn.withoutEdges(surplus);
  }

  private static Set<Edge> afterFirst(Graph drawn, NodeType type, RelationshipField field) {
    var met = new HashSet<Node>();
    var surplus = new HashSet<Edge>();
    for (var edge : drawn.edges()) {
      var isOut = field.direction() == RelationshipField.Direction.OUT;
      var from = isOut ? edge.ends().from() : edge.ends().to();
      var to = isOut ? edge.ends().to() : edge.ends().from();
      if (edge.type().equals(field.type())
          && from.type().equals(type)
          && to.type().name().equals(field.target().entity())
          && !met.add(from)) {
        surplus.add(edge);
      }
    }
    return surplus;
  }

  private static void add(Set<Node> at, Node from, Node to, Set<Node> reached) {
    if (at.contains(from)) {
      reached.add(to);
    }
  }
}
