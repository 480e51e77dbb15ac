package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import org.jspecify.annotations.Nullable;

/// Writes nodes to the database. Of each batch, one transaction creates the nodes that are missing
/// and another one updates those that differ.
final class NodeWriter {
  /// Rows in one statement: so many that the round trip hardly counts, few enough for the memory of
  /// the database.
  static final int BATCH_ROWS = 2_000;

  private final Bolt bolt;
  private final ElementIds elementIds;
  private final ReportBuilder report;
  private final LoadProgress progress;

  NodeWriter(Bolt bolt, ElementIds elementIds, ReportBuilder report, LoadProgress progress) {
    this.bolt = bolt;
    this.elementIds = elementIds;
    this.report = report;
    this.progress = progress;
  }

  /// Returns the problem of a load during which another writer deleted nodes.
  static ProblemException nodesDeletedMeanwhile() {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "Nodes were deleted while the seed was loaded; load it again when nothing else writes.");
  }

  void write(NodeType type, NodeRows rows) {
    rows.all().stream()
        .gather(Gatherers.windowFixed(BATCH_ROWS))
        .forEach(batch -> {
          update(type, batch, createMissing(type, batch));
          progress.done(type.name(), batch.size());
        });
  }

  /// Returns the statement that creates the nodes of one table; none of them may exist.
  static Statement creation(NodeType type, NodeRows nodes) {
    var attributes = attributes(type, nodes.all().iterator().next().row());
    var rows = new ArrayList<List<@Nullable Object>>();
    nodes.all().forEach(node -> rows.add(values(attributes, node.row())));
    var properties = attributes.stream().map(Attribute::property).toList();
    return new Statement(SeedStatements.newNodes(type, properties), Map.of("rows", rows));
  }

  /// Returns the attributes for which a row has a value or an empty cell.
  static List<Attribute> attributes(Entity entity, CheckedRow row) {
    return entity.attributes().values().stream()
        .filter(attribute -> row.values().containsKey(attribute.name()))
        .toList();
  }

  /// Returns the values in the order of the attributes.
  static List<@Nullable Object> values(List<Attribute> attributes, CheckedRow row) {
    var values = new ArrayList<@Nullable Object>();
    attributes.forEach(attribute -> values.add(row.values().get(attribute.name())));
    return values;
  }

  /// Creates the nodes that are missing, and returns the element ids of those that existed before.
  ///
  /// If another load creates one of the nodes first, the unique constraint refuses the whole
  /// transaction; the keys are then looked up again.
  private Map<Object, String> createMissing(NodeType type, List<NodeRow> batch) {
    var keys = batch.stream().map(NodeRow::key).toList();
    var there = elementIds.of(type, keys);
    while (true) {
      try {
        create(type, batch, there);
        return there;
      } catch (ProblemException e) {
        var now = elementIds.again(type, keys);
        if (now.size() <= there.size()) {
          throw e;
        }
        there = now;
      }
    }
  }

  private void create(NodeType type, List<NodeRow> batch, Map<Object, String> there) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var node : batch) {
      if (!there.containsKey(node.key())) {
        rows.add(Map.of("key", node.key(), "values", properties(type, node.row())));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    bolt.write(statement(SeedStatements.CREATE_NODES, type, rows))
        .forEach(record ->
            elementIds.add(type, record.get("key").asObject(), record.get("id").asString()));
    report.nodes(rows.size(), rows.size());
  }

  private void update(NodeType type, List<NodeRow> batch, Map<Object, String> there) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var node : batch) {
      var elementId = there.get(node.key());
      if (elementId != null) {
        rows.add(Map.of("id", elementId, "values", properties(type, node.row())));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    var record = bolt.write(statement(SeedStatements.UPDATE_NODES, type, rows)).getFirst();
    if (record.get("found").asLong() < rows.size()) {
      throw nodesDeletedMeanwhile();
    }
    report.nodes(rows.size(), record.get("written").asLong());
  }

  private static Statement statement(String text, NodeType type, List<Map<String, Object>> rows) {
    return new Statement(text, Map.of("labels", List.copyOf(type.labels()), "rows", rows));
  }

  /// Returns the values of a row by the names of their properties in the database.
  static Map<String, @Nullable Object> properties(Entity entity, CheckedRow row) {
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
