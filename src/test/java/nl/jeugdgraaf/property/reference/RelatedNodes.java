package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;

/// Follows relationships of a graph by looking at every one of them.
///
/// @param model the shape of the graph
/// @param graph where to look
public record RelatedNodes(Model model, Graph graph) {
  /// One relationship, and the node at its far end.
  public record Link(Graph.Edge edge, Graph.Node node) {
    /// Returns what leads to a node that a chain reaches: as if by a relationship of its own.
    static Link ofChain(RelationshipField chain, Graph.Node from, Graph.Node to) {
      int number = -1_000_000 - 1_000 * from.number() - to.number();
      return new Link(new Graph.Edge(number, chain.type(), new Graph.Ends(from, to), Map.of()), to);
    }

    /// Returns what leads to a node of a connection at the root: as if by a relationship of its
    /// own.
    static Link ofRoot(Graph.Node node) {
      var edge = new Graph.Edge(-1 - node.number(), "", new Graph.Ends(node, node), Map.of());
      return new Link(edge, node);
    }
  }

  /// Returns the relationships of a field of a node, of every period.
  public List<Link> ever(Graph.Node node, RelationshipField relationship) {
    return ever(node, relationship, _ -> true);
  }

  /// Returns the relationships of a field of a node, of every period, that lead to nodes that
  /// count.
  List<Link> ever(Graph.Node node, RelationshipField relationship, Predicate<Graph.Node> counts) {
    if (!relationship.isChain()) {
      return steps(node, relationship).stream().filter(link -> counts.test(link.node())).toList();
    }
    var reached = new LinkedHashSet<Graph.Node>();
    var last = List.of(node);
    for (int left = relationship.target().steps(); left > 0 && !last.isEmpty(); left--) {
      last =
          last.stream()
              .flatMap(at -> steps(at, relationship).stream())
              .map(Link::node)
              .filter(counts)
              .filter(reached::add)
              .toList();
    }
    return reached.stream().map(far -> Link.ofChain(relationship, node, far)).toList();
  }

  private List<Link> steps(Graph.Node node, RelationshipField relationship) {
    var links = new ArrayList<Link>();
    for (var edge : graph.edges()) {
      if (edge.type().equals(relationship.type())) {
        farEnds(node, edge, relationship).forEach(far -> links.add(new Link(edge, far)));
      }
    }
    return links;
  }

  private LinkedHashSet<Graph.Node> farEnds(
      Graph.Node node, Graph.Edge edge, RelationshipField relationship) {
    var ends = edge.ends();
    var far = new LinkedHashSet<Graph.Node>();
    if (relationship.direction() != RelationshipField.Direction.IN && ends.from().equals(node)) {
      far.add(ends.to());
    }
    if (relationship.direction() != RelationshipField.Direction.OUT && ends.to().equals(node)) {
      far.add(ends.from());
    }
    far.removeIf(end -> !is(end, model.entity(relationship.target().entity())));
    return far;
  }

  /// Returns whether a relationship holds on a day.
  public static boolean holds(Graph.Edge edge, RelationshipProperties type, LocalDate day) {
    if (!type.temporal()) {
      return true;
    }
    var from = edge.properties().get(RelationshipProperties.VALID_FROM);
    var to = edge.properties().get(RelationshipProperties.VALID_TO);
    return (from == null || !((LocalDate) from).isAfter(day))
        && (to == null || day.isBefore((LocalDate) to));
  }

  /// Returns what a relationship can say.
  public RelationshipProperties typeOf(Graph.Edge edge) {
    return model.entities().stream()
        .flatMap(entity -> entity.relationships().values().stream())
        .filter(relationship -> relationship.type().equals(edge.type()))
        .findFirst()
        .orElseThrow()
        .properties();
  }

  /// Returns all nodes of a type or interface.
  public List<Graph.Node> nodes(NodeEntity entity) {
    return graph.nodes().stream().filter(node -> is(node, entity)).toList();
  }

  private boolean is(Graph.Node node, NodeEntity entity) {
    return model.concrete(entity).contains(node.type());
  }
}
