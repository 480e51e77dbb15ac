package nl.jeugdgraaf.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.problem.ProblemException;

/// Counts what everybody may see.
///
/// @param model the graph
/// @param everybody what a caller without a token may see
/// @param bolt the database
record GraphSizesReader(Model model, Permissions everybody, Bolt bolt) {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  /// Returns the sizes of all types and interfaces that everybody may see, whole.
  ///
  /// @throws ProblemException if the database does not answer
  GraphSizes read() {
    var nodes = new HashMap<String, Long>();
    var degrees = new HashMap<GraphSizes.Step, Double>();
    Stream.concat(model.nodes().values().stream(), model.interfaces().values().stream())
        .filter(this::isOpen)
        .forEach(entity -> read(entity, nodes, degrees));
    return new GraphSizes(nodes, degrees);
  }

  private void read(
      NodeEntity entity, Map<String, Long> nodes, Map<GraphSizes.Step, Double> degrees) {
    var fields = entity.relationships().values().stream().filter(this::isOpen).toList();
    bolt.read(
        statement(entity, fields),
        WITHIN,
        row -> {
          nodes.put(entity.name(), row.get(0).asLong());
          for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var squares = row.get(2 + 2 * i).asDouble();
            degrees.put(
                new GraphSizes.Step(entity.name(), field.type(), field.direction()),
                squares == 0 ? 0 : squares / row.get(1 + 2 * i).asDouble());
          }
        });
  }

  /// Returns how many nodes and relationships there are of each type, hidden ones too. The database
  /// has these numbers ready, so that nothing is read.
  ///
  /// @throws ProblemException if the database does not answer
  GraphSizes readAll() {
    var nodes = new HashMap<String, Long>();
    var degrees = new HashMap<GraphSizes.Step, Double>();
    Stream.concat(model.nodes().values().stream(), model.interfaces().values().stream())
        .forEach(entity -> readAll(entity, nodes, degrees));
    return new GraphSizes(nodes, degrees);
  }

  private void readAll(
      NodeEntity entity, Map<String, Long> nodes, Map<GraphSizes.Step, Double> degrees) {
    var fields =
        entity.relationships().values().stream()
            .filter(field -> field.target().many() && !field.isChain())
            .toList();
    var counts = new ArrayList<String>();
    for (var type : model.concrete(entity)) {
      counts.add("MATCH (:`%s`) RETURN 0 AS place, count(*) AS times".formatted(type.name()));
      for (int i = 0; i < fields.size(); i++) {
        counts.add(
            "MATCH (:`%s`)%s() RETURN %d AS place, count(*) AS times"
                .formatted(type.name(), arrow(fields.get(i)), i + 1));
      }
    }
    var sums = new long[fields.size() + 1];
    bolt.read(
        Statement.of(String.join(" UNION ALL ", counts)),
        WITHIN,
        row -> sums[row.get("place").asInt()] += row.get("times").asLong());
    nodes.put(entity.name(), sums[0]);
    for (int i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      degrees.put(
          new GraphSizes.Step(entity.name(), field.type(), field.direction()),
          sums[0] == 0 ? 0 : (double) sums[i + 1] / sums[0]);
    }
  }

  private boolean isOpen(NodeEntity entity) {
    return model.concrete(entity).stream().allMatch(type -> everybody.node(type).always());
  }

  /// Returns whether everybody may see all relationships of a field, and where they lead.
  private boolean isOpen(RelationshipField field) {
    return field.target().many()
        && !field.isChain()
        && everybody.relationship(field.properties()).always()
        && isOpen(model.entity(field.target().entity()));
  }

  /// Of each field the sum of its degrees, and of their squares: over relationships, not nodes, the
  /// average degree is the quotient of the two.
  private Statement statement(NodeEntity entity, List<RelationshipField> fields) {
    var degrees = new ArrayList<String>();
    var sums = new StringBuilder();
    for (var field : fields) {
      var degree = "d" + degrees.size();
      degrees.add("COUNT { (n)%s() } AS %s".formatted(arrow(field), degree));
      sums.append(", sum(").append(degree).append("), sum(");
      sums.append(degree).append(" * ").append(degree).append(")");
    }
    var labels =
        model.concrete(entity).stream()
            .map(type -> "`" + type.name() + "`")
            .collect(Collectors.joining("|"));
    var each = degrees.isEmpty() ? "n" : String.join(", ", degrees);
    return Statement.of("MATCH (n:%s) WITH %s RETURN count(*)%s".formatted(labels, each, sums));
  }

  private static String arrow(RelationshipField field) {
    var type = "[:`" + field.type() + "`]";
    return switch (field.direction()) {
      case OUT -> "-" + type + "->";
      case IN -> "<-" + type + "-";
      case BOTH -> "-" + type + "-";
    };
  }
}
