package nl.jeugdgraaf.networkanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.jeugdgraaf.SeededServer;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsUnweightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A network that was saved as GraphML is read by JGraphT, which measures it alike.
class ExportedNetworkTest {
  private static final double SAME = 1e-6;
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  private final SimpleWeightedGraph<String, DefaultWeightedEdge> graph =
      new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
  private final Map<String, Map<String, Attribute>> actors = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"CONTRACTS", "PARTNERSHIPS", "DELIVERIES"})
  void jGraphTMeasuresWhatWasSavedAlike(String kind) throws Exception {
    read(saved(kind));
    assertTrue(graph.edgeSet().size() > 10, () -> "ties " + graph.edgeSet().size());
    var betweenness = new BetweennessCentrality<>(new AsUnweightedGraph<>(graph));
    var pairsOfOthers = (graph.vertexSet().size() - 1) * (graph.vertexSet().size() - 2) / 2.0;
    var ranks = new PageRank<>(graph);
    var cutPoints = new BiconnectivityInspector<>(graph).getCutpoints();
    for (var actor : graph.vertexSet()) {
      assertEquals(graph.degreeOf(actor), number(actor, "degree"));
      assertEquals(
          graph.edgesOf(actor).stream().mapToDouble(graph::getEdgeWeight).sum(),
          number(actor, "weightedDegree"));
      assertEquals(
          betweenness.getVertexScore(actor) / pairsOfOthers, number(actor, "betweenness"), SAME);
      assertEquals(ranks.getVertexScore(actor), number(actor, "pageRank"), 1e-3);
      assertEquals(cutPoints.contains(actor), Boolean.parseBoolean(value(actor, "cutPoint")));
    }
    var components = new ConnectivityInspector<>(graph).connectedSets();
    for (var component : components) {
      var numbers = component.stream().map(it -> value(it, "component"));
      assertEquals(1, numbers.collect(Collectors.toSet()).size());
    }
    assertEquals(
        components.size(),
        graph.vertexSet().stream().map(it -> value(it, "component")).distinct().count());
    var any = graph.vertexSet().iterator().next();
    assertEquals(AttributeType.LONG, attribute(any, "degree").getType());
    assertEquals(AttributeType.DOUBLE, attribute(any, "betweenness").getType());
    assertEquals(AttributeType.STRING, attribute(any, "name").getType());
  }

  private double number(String actor, String measure) {
    return Double.parseDouble(value(actor, measure));
  }

  private String value(String actor, String name) {
    return attribute(actor, name).getValue();
  }

  private Attribute attribute(String actor, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(actors.get(actor)).get(name));
  }

  private void read(String xml) {
    var importer = new SimpleGraphMLImporter<String, DefaultWeightedEdge>();
    importer.setVertexFactory(id -> id);
    importer.setEdgeWeightAttributeName("weight");
    importer.addVertexAttributeConsumer((at, value) ->
        actors.computeIfAbsent(at.getFirst(), _ -> new HashMap<>()).put(at.getSecond(), value));
    importer.importGraph(graph, new StringReader(xml));
  }

  private static String saved(String kind) throws Exception {
    var query =
        """
        {
          networkAnalysis(asOf: "2026-11-01") {
            network(of: %s) {
              actors { id name degree weightedDegree betweenness pageRank component cutPoint }
              ties { first second weight }
            }
          }
        }
        """
            .formatted(kind);
    var request =
        HttpRequest.newBuilder(URI.create(SERVER.address() + "/graphql"))
            .header("content-type", "application/json")
            .header("accept", "application/graphml+xml")
            .header("authorization", SERVER.steward())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      assertEquals(200, response.statusCode(), response::body);
      return response.body();
    }
  }
}
