package nl.jeugdgraaf.property;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.property.reference.Graph;

/// Makes a database hold a graph and nothing else.
public final class GraphWriter {
  private static final String CREATE =
      """
      UNWIND $nodes AS row
      CREATE (n:$(row.labels)) SET n = row.properties
      WITH collect(n) AS nodes
      UNWIND $edges AS row
      WITH row, nodes[row.from] AS from, nodes[row.to] AS to
      CREATE (from)-[r:$(row.type)]->(to) SET r = row.properties
      """;

  private GraphWriter() {}

  /// Empties the database and writes the graph, in one transaction.
  public static void write(Graph graph, Bolt bolt) {
    var places = new HashMap<Graph.Node, Integer>();
    graph.nodes().forEach(node -> places.put(node, places.size()));
    var nodes =
        graph.nodes().stream()
            .map(node ->
                Map.<String, Object>of(
                    "labels", node.type().labels(), "properties", node.properties()))
            .toList();
    var edges =
        graph.edges().stream()
            .map(edge ->
                Map.<String, Object>of(
                    "type", edge.type(),
                    "from", places.get(edge.ends().from()),
                    "to", places.get(edge.ends().to()),
                    "properties", edge.properties()))
            .toList();
    bolt.write(
        Statement.of("MATCH (n) DETACH DELETE n"),
        new Statement(CREATE, Map.of("nodes", nodes, "edges", edges)));
  }

  /// Empties the database.
  public static List<?> clear(Bolt bolt) {
    return bolt.write(Statement.of("MATCH (n) DETACH DELETE n"));
  }
}
