package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.RelationshipRows.Route;
import org.jspecify.annotations.Nullable;

/// Writes relationships to the database, a batch in a transaction. A row is skipped and reported if
/// one of its nodes does not exist.
final class RelationshipWriter {
  private final Bolt bolt;
  private final ElementIds elementIds;
  private final ReportBuilder report;
  private final LoadProgress progress;

  RelationshipWriter(
      Bolt bolt, ElementIds elementIds, ReportBuilder report, LoadProgress progress) {
    this.bolt = bolt;
    this.elementIds = elementIds;
    this.report = report;
    this.progress = progress;
  }

  void write(RelationshipRows rows) {
    for (var routed : rows.byRoute()) {
      var route = routed.getFirst().route();
      routed.stream()
          .gather(Gatherers.windowFixed(NodeWriter.BATCH_ROWS))
          .forEach(batch -> write(route, batch));
    }
  }

  /// Returns the statement that creates the relationships of one table; none of them may exist.
  static Statement creation(Route route, List<CheckedRow> rows) {
    var declared = route.field().properties();
    var attributes = NodeWriter.attributes(declared, rows.getFirst());
    var properties = new ArrayList<>(attributes.stream().map(Attribute::property).toList());
    if (route.isRepeatable()) {
      properties.add("fact");
    }
    var lists = new ArrayList<List<@Nullable Object>>();
    for (var row : rows) {
      var values = NodeWriter.values(attributes, row);
      values.add(0, row.values().get(route.incoming() ? TypedTable.TO : TypedTable.FROM));
      values.add(1, row.values().get(route.incoming() ? TypedTable.FROM : TypedTable.TO));
      if (route.isRepeatable()) {
        values.add(RelationshipRows.fact(declared, row));
      }
      lists.add(values);
    }
    var start = route.incoming() ? route.to() : route.from();
    var end = route.incoming() ? route.from() : route.to();
    return new Statement(
        SeedStatements.newRelationships(start, route.field().type(), end, properties),
        Map.of("rows", lists));
  }

  private void write(Route route, List<RelationshipRow> batch) {
    var rows = withBothNodes(route, batch);
    if (!rows.isEmpty()) {
      send(route, rows);
    }
    progress.done(route.from().name() + "." + route.field().name(), batch.size());
  }

  /// Reports the rows of which a node is missing.
  void reportMissingNodes(RelationshipRows rows) {
    rows.byRoute().forEach(routed -> withBothNodes(routed.getFirst().route(), routed));
  }

  private List<Map<String, Object>> withBothNodes(Route route, List<RelationshipRow> batch) {
    var from = elementIds(route.from(), batch, RelationshipRow::from);
    var to = elementIds(route.to(), batch, RelationshipRow::to);
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : batch) {
      var fault = missing(row, from, to);
      if (fault.isPresent()) {
        report.skip(row.row().at(), fault.get());
      } else {
        rows.add(parameters(row, from, to));
      }
    }
    return rows;
  }

  private void send(Route route, List<Map<String, Object>> rows) {
    var text = SeedStatements.relationships(route.isRepeatable());
    var statement = new Statement(text, Map.of("type", route.field().type(), "rows", rows));
    var record = bolt.write(statement).getFirst();
    if (record.get("found").asLong() < rows.size()) {
      throw NodeWriter.nodesDeletedMeanwhile();
    }
    report.relationships(rows.size(), record.get("written").asLong());
  }

  private Map<Object, String> elementIds(
      NodeType type, List<RelationshipRow> batch, Function<RelationshipRow, Object> end) {
    return elementIds.of(type, batch.stream().map(end).distinct().toList());
  }

  private static Map<String, Object> parameters(
      RelationshipRow row, Map<Object, String> from, Map<Object, String> to) {
    var first = from.getOrDefault(row.from(), "");
    var second = to.getOrDefault(row.to(), "");
    var incoming = row.route().incoming();
    return Map.of(
        "start",
        incoming ? second : first,
        "end",
        incoming ? first : second,
        "fact",
        row.fact(),
        "values",
        NodeWriter.properties(row.route().field().properties(), row.row()));
  }

  private static Optional<String> missing(
      RelationshipRow row, Map<Object, String> from, Map<Object, String> to) {
    var faults = new ArrayList<String>();
    if (!from.containsKey(row.from())) {
      faults.add(unknown(TypedTable.FROM, row.route().from()));
    }
    if (!to.containsKey(row.to())) {
      faults.add(unknown(TypedTable.TO, row.route().to()));
    }
    return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
  }

  private static String unknown(String column, NodeType type) {
    return RowReader.unknownKey(column, type.name());
  }
}
