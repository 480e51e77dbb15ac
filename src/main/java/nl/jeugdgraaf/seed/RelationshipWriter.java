package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.RelationshipRows.Route;
import nl.jeugdgraaf.seed.ReportBuilder.Kind;
import nl.jeugdgraaf.seed.ReportBuilder.Subject;
import nl.jeugdgraaf.seed.StatedFacts.Fact;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// Writes relationships to the database, a batch in a transaction. A row is skipped and reported if
/// one of its nodes does not exist.
final class RelationshipWriter {
  private final LoadContext context;
  private final Kind kind;

  /// @param kind in which sums the relationships count
  RelationshipWriter(LoadContext context, Kind kind) {
    this.context = context;
    this.kind = kind;
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
    var ends = ends(route, batch);
    var rows = withBothNodes(batch, ends);
    if (!rows.isEmpty()) {
      send(route, rows, ends);
    }
    if (kind == Kind.RELATIONSHIPS) {
      context.progress().done(table(route), batch.size());
    }
  }

  private static String table(Route route) {
    return route.from().name() + "." + route.field().name();
  }

  /// Reports the rows of which a node is missing.
  void reportMissingNodes(RelationshipRows rows) {
    rows.byRoute()
        .forEach(routed -> withBothNodes(routed, ends(routed.getFirst().route(), routed)));
  }

  /// Element ids by key, of the nodes that have the field and of the targets.
  private record Ends(Map<Object, String> from, Map<Object, String> to) {}

  private Ends ends(Route route, List<RelationshipRow> batch) {
    return new Ends(
        elementIds(route.from(), batch, RelationshipRow::from),
        elementIds(route.to(), batch, RelationshipRow::to));
  }

  private List<RelationshipRow> withBothNodes(List<RelationshipRow> batch, Ends ends) {
    var rows = new ArrayList<RelationshipRow>();
    for (var row : batch) {
      var fault = missing(row, ends.from(), ends.to());
      if (fault.isPresent()) {
        context.report().skip(row.row().at(), fault.get());
      } else {
        rows.add(row);
      }
    }
    return rows;
  }

  private void send(Route route, List<RelationshipRow> rows, Ends ends) {
    var declared = route.field().properties();
    var maps = new ArrayList<Map<String, Object>>();
    for (var row : rows) {
      var fact = fact(row, ends);
      context.stated().relationship(fact);
      maps.add(
          Map.of(
              "number", maps.size(),
              "start", fact.start(),
              "end", fact.end(),
              "fact", fact.fact(),
              "given", NodeWriter.given(declared, row.row()),
              "empty", NodeWriter.empty(declared, row.row())));
    }
    var parameters = new HashMap<String, @Nullable Object>(context.stated().parameters());
    parameters.put("type", route.field().type());
    parameters.put("attributes", NodeWriter.attributesToRemove(context.report(), declared));
    parameters.put("created", context.stated().created());
    parameters.put("rows", maps);
    var text = SeedStatements.relationships(route.isRepeatable());
    var record = context.bolt().write(new Statement(text, parameters)).getFirst();
    if (record.get("found").asLong() < rows.size()) {
      throw NodeWriter.nodesDeletedMeanwhile();
    }
    var made = record.get("made").asList(Value::asInt);
    var changed = record.get("changed").asList(Value::asInt);
    made.forEach(number -> context.report().created(kind, subject(rows.get(number))));
    changed.forEach(number -> context.report().changed(kind, subject(rows.get(number))));
    context.report().unchanged(kind, table(route), rows.size() - made.size() - changed.size());
  }

  private static Subject subject(RelationshipRow row) {
    var route = row.route();
    return new Subject(
        table(route),
        types(route.from(), route.to(), route.field()),
        row.from() + " to " + row.to() + day(row.row()),
        row.row().at());
  }

  /// Returns the types of which whoever sees a relationship must see everything.
  static List<String> types(NodeType from, NodeType to, RelationshipField field) {
    var types = new ArrayList<>(List.of(from.name(), to.name()));
    if (!field.properties().isNone()) {
      types.add(field.properties().name());
    }
    return types;
  }

  private static String day(CheckedRow row) {
    return row.date(RelationshipProperties.VALID_FROM).map(day -> " from " + day).orElse("");
  }

  private Map<Object, String> elementIds(
      NodeType type, List<RelationshipRow> batch, Function<RelationshipRow, Object> end) {
    var keys = batch.stream().map(end).distinct().toList();
    return context.elementIds().referable(type, keys, context.stated());
  }

  private static Fact fact(RelationshipRow row, Ends ends) {
    var first = ends.from().getOrDefault(row.from(), "");
    var second = ends.to().getOrDefault(row.to(), "");
    var incoming = row.route().incoming();
    return new Fact(
        row.route().field().type(),
        incoming ? second : first,
        incoming ? first : second,
        row.route().isRepeatable() ? row.fact() : "");
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
