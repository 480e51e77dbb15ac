package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.cypher.Statement;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.RelationshipRows.Route;
import org.neo4j.driver.Value;

/// Relationships to the database, a batch in a transaction; one that lacks an end is reported.
final class RelationshipWriter {
  private final Bolt bolt;
  private final Findings findings;
  private final Progress progress;

  RelationshipWriter(Bolt bolt, Findings findings, Progress progress) {
    this.bolt = bolt;
    this.findings = findings;
    this.progress = progress;
  }

  void write(RelationshipRows rows) {
    for (var routed : rows.byRoute()) {
      var route = routed.getFirst().route();
      var text = SeedStatements.relationships(route);
      routed.stream()
          .gather(Gatherers.windowFixed(NodeWriter.BATCH_ROWS))
          .forEach(batch -> write(route, text, batch));
    }
  }

  private void write(Route route, String text, List<RelationshipRow> batch) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : batch) {
      rows.add(
          Map.of(
              "index",
              rows.size(),
              "from",
              row.from(),
              "to",
              row.to(),
              "fact",
              row.fact(),
              "values",
              NodeWriter.properties(route.field().edge(), row.row())));
    }
    var record = bolt.write(new Statement(text, Map.of("rows", rows))).getFirst();
    var missing = record.get("missing");
    for (var one : missing.values()) {
      report(route, batch.get(one.get("index").asInt()), one);
    }
    findings.done(batch.size() - missing.size(), record.get("written").asLong());
    progress.done(batch.size());
  }

  private void report(Route route, RelationshipRow row, Value missing) {
    var faults = new ArrayList<String>();
    if (missing.get("from").asBoolean()) {
      faults.add(unknown(TableShape.FROM, row.from(), route.from()));
    }
    if (missing.get("to").asBoolean()) {
      faults.add(unknown(TableShape.TO, row.to(), route.to()));
    }
    findings.broken(row.row().at(), String.join("; ", faults));
  }

  private static String unknown(String end, Object key, NodeType type) {
    return "%s \"%s\" is no %s; add it to %s.csv or correct the cell"
        .formatted(end, key, type.name(), type.name());
  }
}
