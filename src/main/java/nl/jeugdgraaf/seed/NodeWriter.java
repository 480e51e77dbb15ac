package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import nl.jeugdgraaf.seed.ReportBuilder.Kind;
import nl.jeugdgraaf.seed.ReportBuilder.Subject;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// Writes nodes to the database. Of each batch, one transaction creates the nodes that are missing
/// and another one updates those that differ.
final class NodeWriter {
  /// Rows in one statement: so many that the round trip hardly counts, few enough for the memory of
  /// the database.
  static final int BATCH_ROWS = 2_000;

  private final LoadContext context;

  NodeWriter(LoadContext context) {
    this.context = context;
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
          context.progress().done(type.name(), batch.size());
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
  /// If another writer creates one of the nodes first, the unique constraint refuses the whole
  /// transaction; the keys are then looked up again.
  private Map<Object, String> createMissing(NodeType type, List<NodeRow> batch) {
    var keys = batch.stream().map(NodeRow::key).toList();
    var there = context.elementIds().of(type, keys);
    while (true) {
      try {
        create(type, batch, there);
        return there;
      } catch (ProblemException e) {
        if (context.bolt().isOneTransaction()) {
          throw e;
        }
        var now = context.elementIds().again(type, keys);
        if (now.size() <= there.size()) {
          throw e;
        }
        there = now;
      }
    }
  }

  private void create(NodeType type, List<NodeRow> batch, Map<Object, String> there) {
    var missing = batch.stream().filter(node -> !there.containsKey(node.key())).toList();
    if (missing.isEmpty()) {
      return;
    }
    var rows = new ArrayList<Map<String, Object>>();
    for (var node : missing) {
      var values = given(type, node.row());
      values.put(StatedFacts.LOADS, context.stated().created());
      rows.add(Map.of("key", node.key(), "values", values));
    }
    Map<String, @Nullable Object> parameters =
        Map.of("labels", List.copyOf(type.labels()), "rows", rows);
    for (var record :
        context.bolt().write(new Statement(SeedStatements.CREATE_NODES, parameters))) {
      var elementId = record.get("id").asString();
      context.elementIds().add(type, record.get("key").asObject(), elementId);
      context.stated().newNode(elementId);
    }
    for (var node : missing) {
      context.report().created(Kind.NODES, subject(type, node));
    }
  }

  private void update(NodeType type, List<NodeRow> batch, Map<Object, String> there) {
    var known = batch.stream().filter(node -> there.containsKey(node.key())).toList();
    if (known.isEmpty()) {
      return;
    }
    var rows = new ArrayList<Map<String, Object>>();
    for (var node : known) {
      var elementId = there.getOrDefault(node.key(), "");
      context.stated().node(elementId);
      rows.add(
          Map.of(
              "number", rows.size(),
              "id", elementId,
              "given", given(type, node.row()),
              "empty", empty(type, node.row())));
    }
    var parameters = new HashMap<String, @Nullable Object>(context.stated().parameters());
    parameters.put("labels", List.copyOf(type.labels()));
    parameters.put("attributes", attributesToRemove(context.report(), type));
    parameters.put("rows", rows);
    var record =
        context.bolt().write(new Statement(SeedStatements.UPDATE_NODES, parameters)).getFirst();
    if (record.get("found").asLong() < rows.size()) {
      throw nodesDeletedMeanwhile();
    }
    var changed = record.get("changed").asList(Value::asInt);
    changed.forEach(
        number -> context.report().changed(Kind.NODES, subject(type, known.get(number))));
    context.report().unchanged(Kind.NODES, type.name(), known.size() - changed.size());
  }

  private static Subject subject(NodeType type, NodeRow node) {
    return new Subject(type.name(), List.of(type.name()), node.key().toString(), node.row().at());
  }

  /// Returns the properties that a row without their column removes: none once a row was skipped,
  /// because that may be the one that states them.
  static List<String> attributesToRemove(ReportBuilder report, Entity entity) {
    return report.skippedAny()
        ? List.of()
        : entity.attributes().values().stream().map(Attribute::property).toList();
  }

  /// Returns the values of a row by the names of their properties in the database.
  static Map<String, @Nullable Object> given(Entity entity, CheckedRow row) {
    var properties = new HashMap<String, @Nullable Object>();
    attributes(entity, row)
        .forEach(attribute ->
            row.value(attribute.name())
                .ifPresent(value -> properties.put(attribute.property(), value)));
    return properties;
  }

  /// Returns the names of the properties whose cells are empty.
  static List<String> empty(Entity entity, CheckedRow row) {
    return attributes(entity, row).stream()
        .filter(attribute -> row.value(attribute.name()).isEmpty())
        .map(Attribute::property)
        .toList();
  }
}
