package nl.jeugdgraaf.property.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.Outcome;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;

/// A small graph made for one example, and the answers that the reference gives over it.
final class HandMadeGraph {
  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final Reference reference = new Reference(model, ApiSchema.of(model).text());
  private final List<Graph.Node> nodes = new ArrayList<>();
  private final List<Graph.Edge> edges = new ArrayList<>();
  private final LocalDate today;

  HandMadeGraph(LocalDate today) {
    this.today = today;
  }

  Graph.Node node(String type, Map<String, Object> properties) {
    var node = new Graph.Node(nodes.size(), model.node(type), properties);
    nodes.add(node);
    return node;
  }

  void edge(String type, Graph.Node from, Graph.Node to, Map<String, Object> properties) {
    edges.add(new Graph.Edge(edges.size(), type, new Graph.Ends(from, to), properties));
  }

  Outcome answer(String document) {
    return reference.answer(new Operation(document, "", Map.of()), new Graph(nodes, edges, today));
  }

  /// Checks data without errors; quotes are single in what is expected.
  void assertData(String document, String expected) {
    assertEquals(new Outcome(expected.replace('\'', '"'), Set.of()), answer(document));
  }
}
