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
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Graph.Node;
import nl.jeugdgraaf.property.reference.Reference;

/// Whom the audit log must name after an answer, by what is told of them: the youths without whom
/// the answer would be another. Of drawn graphs, where fewer than ten youths stand behind anything,
/// that holds of counts and conditions too.
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
        if (isLasting(node.type()) && youths.contains(youth)) {
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

  /// Nobody is named of whom the caller sees nothing, except by a value that the caller gave.
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

  /// Returns whether data are of the same youths on every day, so that they go with a youth.
  private boolean isLasting(NodeType first) {
    var type = first;
    for (var step : rules.of(first.name()).subject().orElseThrow().path()) {
      var field = type.relationships().get(step);
      if (field.properties().temporal()) {
        return false;
      }
      type = model.node(field.target().entity());
    }
    return true;
  }

  private static void add(Set<Node> at, Node from, Node to, Set<Node> reached) {
    if (at.contains(from)) {
      reached.add(to);
    }
  }
}
