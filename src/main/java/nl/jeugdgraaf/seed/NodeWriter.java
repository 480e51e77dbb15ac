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

/// Nodes to the database: of each batch those that are absent in one transaction, those that are
/// there in another.
final class NodeWriter {
  /// Rows in one statement: enough to forget the round trip, few enough for the database's memory.
  static final int BATCH_ROWS = 2_000;

  private final Bolt bolt;
  private final Identifiers identifiers;
  private final Findings findings;
  private final Progress progress;

  NodeWriter(Bolt bolt, Identifiers identifiers, Findings findings, Progress progress) {
    this.bolt = bolt;
    this.identifiers = identifiers;
    this.findings = findings;
    this.progress = progress;
  }

  /// The error for a load that another writer disturbs.
  static ProblemException disturbed() {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "Nodes were deleted while the seed was loaded; load it again when nothing else writes.");
  }

  void write(NodeType type, NodeRows rows) {
    rows.all().stream()
        .gather(Gatherers.windowFixed(BATCH_ROWS))
        .forEach(batch -> {
          update(type, batch, createAbsent(type, batch));
          progress.done(type.name(), batch.size());
        });
  }

  /// Returns the statement that creates nodes of which none is there, from rows of one table.
  static Statement creation(NodeType type, NodeRows nodes) {
    var attributes = attributes(type, nodes.all().iterator().next().row());
    var rows = new ArrayList<List<@Nullable Object>>();
    nodes.all().forEach(node -> rows.add(values(attributes, node.row())));
    var properties = attributes.stream().map(Attribute::property).toList();
    return new Statement(SeedStatements.newNodes(type, properties), Map.of("rows", rows));
  }

  /// Returns the attributes for which a row has a value or an empty cell.
  static List<Attribute> attributes(Entity entity, Row row) {
    return entity.attributes().values().stream()
        .filter(attribute -> row.values().containsKey(attribute.name()))
        .toList();
  }

  /// Returns the values in the order of the attributes.
  static List<@Nullable Object> values(List<Attribute> attributes, Row row) {
    var values = new ArrayList<@Nullable Object>();
    attributes.forEach(attribute -> values.add(row.values().get(attribute.name())));
    return values;
  }

  /// Creates what is absent, and returns the identifiers of what was there before.
  ///
  /// Where another load creates one of the nodes first, the unique constraint refuses the whole
  /// transaction; then what is there is looked up anew.
  private Map<Object, String> createAbsent(NodeType type, List<NodeRow> batch) {
    var keys = batch.stream().map(NodeRow::key).toList();
    var there = identifiers.of(type, keys);
    while (true) {
      try {
        create(type, batch, there);
        return there;
      } catch (ProblemException e) {
        var now = identifiers.again(type, keys);
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
            identifiers.add(type, record.get("key").asObject(), record.get("id").asString()));
    findings.done(rows.size(), rows.size());
  }

  private void update(NodeType type, List<NodeRow> batch, Map<Object, String> there) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var node : batch) {
      var identifier = there.get(node.key());
      if (identifier != null) {
        rows.add(Map.of("id", identifier, "values", properties(type, node.row())));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    var record = bolt.write(statement(SeedStatements.UPDATE_NODES, type, rows)).getFirst();
    if (record.get("found").asLong() < rows.size()) {
      throw disturbed();
    }
    findings.done(rows.size(), record.get("written").asLong());
  }

  private static Statement statement(String text, NodeType type, List<Map<String, Object>> rows) {
    return new Statement(text, Map.of("labels", List.copyOf(type.labels()), "rows", rows));
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
