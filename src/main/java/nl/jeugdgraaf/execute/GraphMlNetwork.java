package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The network of a `networkAnalysis` as a graph: actors are nodes, ties are edges.
final class GraphMlNetwork implements RowEncoder {
  private static final String ACTORS = "actors";
  private static final String TIES = "ties";
  private static final String ID = "id";
  private static final String FIRST = "first";
  private static final String SECOND = "second";

  private final GraphMl graph;

  /// @param network a network, as it is answered
  /// @throws ProblemException `NOT_ACCEPTABLE` if it lacks what a graph needs
  GraphMlNetwork(JsonNode network) {
    var actors = attributes(network.path(ACTORS), ID);
    var ties = attributes(network.path(TIES), FIRST, SECOND);
    this.graph = new GraphMl(actors, ties);
  }

  private static GraphMl.Attributes attributes(JsonNode list, String... needed) {
    var found = GraphMl.Attributes.of(StreamSupport.stream(list.spliterator(), false).toList());
    if (!list.isEmpty() && !found.columns().paths().keySet().containsAll(List.of(needed))) {
      throw refused();
    }
    return found;
  }

  /// Finds the network in the answer of a service field, below objects with one field each.
  ///
  /// @throws ProblemException `NOT_ACCEPTABLE` if there is none
  static Map<?, ?> of(@Nullable Object answer) {
    if (answer instanceof Map<?, ?> map) {
      if (map.containsKey(ACTORS) && map.containsKey(TIES)) {
        return map;
      }
      if (map.size() == 1) {
        return of(map.values().iterator().next());
      }
    }
    throw refused();
  }

  static ProblemException refused() {
    return new ProblemException(
        Code.NOT_ACCEPTABLE,
        "GraphML needs an operation with path or paths alone, of which nodes { id } and"
            + " relationships { type } are asked, or with the network of a networkAnalysis alone,"
            + " of which actors { id } and ties { first second } are asked. Ask these, or accept"
            + " application/json.");
  }

  @Override
  public void row(JsonBuffer json) {
    var network = json.toTree();
    json.cut(0);
    network.path(ACTORS).forEach(actor -> graph.node(actor.path(ID).asText(), actor));
    network
        .path(TIES)
        .forEach(tie -> graph.edge(tie.path(FIRST).asText(), tie.path(SECOND).asText(), tie));
  }

  @Override
  public void end() {
    graph.end();
  }

  @Override
  public int size() {
    return graph.size();
  }

  @Override
  public void drainTo(OutputStream out) throws IOException {
    graph.drainTo(out);
  }
}
