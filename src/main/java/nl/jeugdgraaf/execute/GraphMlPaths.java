package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.ProblemException;

/// Paths as one graph, without directions: each node once, by its id, and each relationship once.
final class GraphMlPaths implements RowEncoder {
  private static final String NODES = "nodes";
  private static final String RELATIONSHIPS = "relationships";
  private static final String ID = "id";
  private static final String TYPE = "type";

  private final Set<List<String>> written = new HashSet<>();
  private final GraphMl graph;

  /// @param path a path
  /// @throws ProblemException `NOT_ACCEPTABLE` if it is not a path, or lacks what a graph needs
  GraphMlPaths(Shape path) {
    this.graph =
        new GraphMl(
            new GraphMl.Attributes(columns(path, NODES, ID), Map.of()),
            new GraphMl.Attributes(columns(path, RELATIONSHIPS, TYPE), Map.of()));
  }

  private static RowColumns columns(Shape path, String list, String needed) {
    if (path instanceof Shape.SameRow(Shape.Selection.Fixed(var fields))) {
      for (var field : fields) {
        if (field.key().equals(list) && field.shape() instanceof Shape.NestedObjects(_, var one)) {
          var columns = RowColumns.of(new Shape.SameRow(one));
          if (columns.paths().containsKey(needed)) {
            return columns;
          }
        }
      }
    }
    throw GraphMlNetwork.refused();
  }

  @Override
  public void row(JsonBuffer json) {
    var path = json.toTree();
    json.cut(0);
    var before = "";
    for (int i = 0; i < path.path(NODES).size(); i++) {
      var node = path.path(NODES).path(i);
      var id = node.path(ID).asText();
      if (written.add(List.of(id))) {
        graph.node(id, node);
      }
      if (i > 0) {
        edge(before, id, path.path(RELATIONSHIPS).path(i - 1));
      }
      before = id;
    }
  }

  private void edge(String one, String other, JsonNode relationship) {
    if (written.add(List.of(one, other, relationship.toString()))) {
      written.add(List.of(other, one, relationship.toString()));
      graph.edge(one, other, relationship);
    }
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
