package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.model.NodeType;

/// A graph in memory: the content of the database, property by property.
///
/// @param nodes all nodes; the number of a node is not its place
/// @param edges all relationships
/// @param today the day around which periods lie
public record Graph(List<Node> nodes, List<Edge> edges, LocalDate today) {
  /// A node.
  ///
  /// @param number tells it from all others
  /// @param type its type, which has its labels
  /// @param properties stored values by property key, without nulls
  /// @param hidden names of attributes that whoever sees this graph may not read of the node; a
  ///   value that is computed from one of them is missing, as theirs are
  public record Node(
      int number, NodeType type, Map<String, Object> properties, Set<String> hidden) {
    /// Creates a node of which everything may be read.
    public Node(int number, NodeType type, Map<String, Object> properties) {
      this(number, type, properties, Set.of());
    }

    public Object key() {
      return properties.get(type.key().property());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Node node && node.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public String toString() {
      return "(" + number + ":" + type.name() + " " + properties + ")";
    }
  }

  /// A relationship.
  ///
  /// @param number tells it from all others
  /// @param type its type in the database
  /// @param ends where it starts and where it leads
  /// @param properties stored values by property key, without nulls
  public record Edge(int number, String type, Ends ends, Map<String, Object> properties) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Edge edge && edge.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public String toString() {
      return "(%d)-[:%s %s]->(%d)"
          .formatted(ends.from().number(), type, properties, ends.to().number());
    }
  }

  /// The two nodes of a relationship.
  public record Ends(Node from, Node to) {}

  /// Returns the graph without some nodes and their relationships.
  public Graph withoutNodes(Set<Node> gone) {
    var left = new ArrayList<>(nodes);
    left.removeAll(gone);
    var kept = new LinkedHashSet<>(left);
    var leftEdges =
        edges.stream()
            .filter(edge -> kept.contains(edge.ends().from()) && kept.contains(edge.ends().to()))
            .toList();
    return new Graph(left, leftEdges, today);
  }

  /// Returns the graph with another node in the place of each.
  public Graph withNodes(UnaryOperator<Node> other) {
    var changed =
        edges.stream()
            .map(edge ->
                new Edge(
                    edge.number(),
                    edge.type(),
                    new Ends(other.apply(edge.ends().from()), other.apply(edge.ends().to())),
                    edge.properties()))
            .toList();
    return new Graph(nodes.stream().map(other).toList(), changed, today);
  }

  /// Returns the graph without some relationships.
  public Graph withoutEdges(Set<Edge> gone) {
    return new Graph(nodes, edges.stream().filter(edge -> !gone.contains(edge)).toList(), today);
  }

  /// Returns the graph, one node or relationship a line.
  public String text() {
    var text = new StringBuilder("today " + today + "\n");
    nodes.forEach(node -> text.append(node).append('\n'));
    edges.forEach(edge -> text.append(edge).append('\n'));
    return text.toString();
  }
}
