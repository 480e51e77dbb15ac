package nl.jeugdgraaf.property;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.Relationship;

/// Follows relationships of a graph by looking at every one of them.
///
/// @param model the shape of the graph
/// @param graph where to look
record Links(Model model, Graph graph) {
  /// One relationship, and the node at its far end.
  record Link(Graph.Edge edge, Graph.Node node) {}

  /// Returns the relationships of a field of a node that count on a day.
  List<Link> of(Graph.Node node, Relationship relationship, LocalDate day) {
    var links = new ArrayList<Link>();
    for (var edge : graph.edges()) {
      if (edge.type().equals(relationship.type()) && counts(edge, relationship.edge(), day)) {
        farEnds(node, edge, relationship).forEach(far -> links.add(new Link(edge, far)));
      }
    }
    return links;
  }

  private LinkedHashSet<Graph.Node> farEnds(
      Graph.Node node, Graph.Edge edge, Relationship relationship) {
    var ends = edge.ends();
    var far = new LinkedHashSet<Graph.Node>();
    if (relationship.direction() != Relationship.Direction.IN && ends.from().equals(node)) {
      far.add(ends.to());
    }
    if (relationship.direction() != Relationship.Direction.OUT && ends.to().equals(node)) {
      far.add(ends.from());
    }
    far.removeIf(end -> !is(end, model.entity(relationship.target().entity())));
    return far;
  }

  private static boolean counts(Graph.Edge edge, EdgeType type, LocalDate day) {
    if (!type.temporal()) {
      return true;
    }
    var from = edge.properties().get(EdgeType.VALID_FROM);
    var to = edge.properties().get(EdgeType.VALID_TO);
    return (from == null || !((LocalDate) from).isAfter(day))
        && (to == null || day.isBefore((LocalDate) to));
  }

  /// Returns all nodes of a type or interface.
  List<Graph.Node> nodes(NodeEntity entity) {
    return graph.nodes().stream().filter(node -> is(node, entity)).toList();
  }

  private boolean is(Graph.Node node, NodeEntity entity) {
    return model.concrete(entity).contains(node.type());
  }
}
