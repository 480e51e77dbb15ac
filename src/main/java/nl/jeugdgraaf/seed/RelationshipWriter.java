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

/// Relationships to the database, a batch in a transaction; one that lacks an end is reported.
final class RelationshipWriter {
  private final Bolt bolt;
  private final Identifiers identifiers;
  private final Findings findings;
  private final Progress progress;

  RelationshipWriter(Bolt bolt, Identifiers identifiers, Findings findings, Progress progress) {
    this.bolt = bolt;
    this.identifiers = identifiers;
    this.findings = findings;
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

  /// Returns the statement that creates relationships of which none is there, from rows of one
  /// table.
  static Statement creation(Route route, List<Row> rows) {
    var edge = route.field().properties();
    var attributes = NodeWriter.attributes(edge, rows.getFirst());
    var properties = new ArrayList<>(attributes.stream().map(Attribute::property).toList());
    if (route.identified()) {
      properties.add("fact");
    }
    var lists = new ArrayList<List<@Nullable Object>>();
    for (var row : rows) {
      var values = NodeWriter.values(attributes, row);
      values.add(0, row.values().get(route.towards() ? TableShape.TO : TableShape.FROM));
      values.add(1, row.values().get(route.towards() ? TableShape.FROM : TableShape.TO));
      if (route.identified()) {
        values.add(RelationshipRows.fact(edge, row));
      }
      lists.add(values);
    }
    var start = route.towards() ? route.to() : route.from();
    var end = route.towards() ? route.from() : route.to();
    return new Statement(
        SeedStatements.newRelationships(start, route.field().type(), end, properties),
        Map.of("rows", lists));
  }

  private void write(Route route, List<RelationshipRow> batch) {
    var rows = withBothEnds(route, batch);
    if (!rows.isEmpty()) {
      send(route, rows);
    }
    progress.done(route.from().name() + "." + route.field().name(), batch.size());
  }

  /// Reports the rows that lack an end.
  void report(RelationshipRows rows) {
    rows.byRoute().forEach(routed -> withBothEnds(routed.getFirst().route(), routed));
  }

  private List<Map<String, Object>> withBothEnds(Route route, List<RelationshipRow> batch) {
    var from = identifiers(route.from(), batch, RelationshipRow::from);
    var to = identifiers(route.to(), batch, RelationshipRow::to);
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : batch) {
      var fault = missing(row, from, to);
      if (fault.isPresent()) {
        findings.broken(row.row().at(), fault.get());
      } else {
        rows.add(parameters(row, from, to));
      }
    }
    return rows;
  }

  private void send(Route route, List<Map<String, Object>> rows) {
    var text = SeedStatements.relationships(route.identified());
    var statement = new Statement(text, Map.of("type", route.field().type(), "rows", rows));
    var record = bolt.write(statement).getFirst();
    if (record.get("found").asLong() < rows.size()) {
      throw NodeWriter.disturbed();
    }
    findings.done(rows.size(), record.get("written").asLong());
  }

  private Map<Object, String> identifiers(
      NodeType type, List<RelationshipRow> batch, Function<RelationshipRow, Object> end) {
    return identifiers.of(type, batch.stream().map(end).distinct().toList());
  }

  private static Map<String, Object> parameters(
      RelationshipRow row, Map<Object, String> from, Map<Object, String> to) {
    var first = from.getOrDefault(row.from(), "");
    var second = to.getOrDefault(row.to(), "");
    var towards = row.route().towards();
    return Map.of(
        "start",
        towards ? second : first,
        "end",
        towards ? first : second,
        "fact",
        row.fact(),
        "values",
        NodeWriter.properties(row.route().field().properties(), row.row()));
  }

  private static Optional<String> missing(
      RelationshipRow row, Map<Object, String> from, Map<Object, String> to) {
    var faults = new ArrayList<String>();
    if (!from.containsKey(row.from())) {
      faults.add(unknown(TableShape.FROM, row.from(), row.route().from()));
    }
    if (!to.containsKey(row.to())) {
      faults.add(unknown(TableShape.TO, row.to(), row.route().to()));
    }
    return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
  }

  private static String unknown(String end, Object key, NodeType type) {
    return "%s \"%s\" is no %s; add it to %s.csv or correct the cell"
        .formatted(end, key, type.name(), type.name());
  }
}
