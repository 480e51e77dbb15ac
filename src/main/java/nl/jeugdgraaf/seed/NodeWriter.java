package nl.jeugdgraaf.seed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.cypher.Statement;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import org.jspecify.annotations.Nullable;

/// Nodes to the database, a batch in a transaction.
final class NodeWriter {
  /// Rows in one statement: enough to forget the round trip, few enough for the database's memory.
  static final int BATCH_ROWS = 2_000;

  private final Bolt bolt;
  private final Findings findings;
  private final Progress progress;

  NodeWriter(Bolt bolt, Findings findings, Progress progress) {
    this.bolt = bolt;
    this.findings = findings;
    this.progress = progress;
  }

  void write(NodeType type, NodeRows rows) {
    var text = SeedStatements.nodes(type);
    rows.all().stream()
        .gather(Gatherers.windowFixed(BATCH_ROWS))
        .forEach(batch -> write(type, text, batch));
  }

  private void write(NodeType type, String text, List<NodeRow> batch) {
    var rows =
        batch.stream()
            .map(node -> Map.of("key", node.key(), "values", properties(type, node.row())))
            .toList();
    var records = bolt.write(new Statement(text, Map.of("rows", rows)));
    findings.done(batch.size(), records.getFirst().get("written").asLong());
    progress.done(batch.size());
  }

  /// Returns the values by property name in the database.
  static Map<String, @Nullable Object> properties(Entity entity, Row row) {
    var properties = new HashMap<String, @Nullable Object>();
    row.values()
        .forEach((name, value) -> {
          var attribute = entity.attributes().get(name);
          if (attribute != null) {
            properties.put(attribute.property(), value);
          }
        });
    return properties;
  }
}
