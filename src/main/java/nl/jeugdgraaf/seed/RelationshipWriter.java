package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  /// So many that planning takes little of the time of their statement.
  private static final int REPLANNED_ROWS = 500;

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

  /// A row with the relationship that it states.
  private record StatedRow(RelationshipRow row, Fact fact) {}

  /// Creates what cannot be there yet, and compares the rest: to look for what is not there takes
  /// longer than to create it.
  private void send(Route route, List<RelationshipRow> rows, Ends ends) {
    var all = rows.stream().map(row -> new StatedRow(row, fact(row, ends))).toList();
    all.forEach(it -> context.stated().relationship(it.fact()));
    var cited =
        kind == Kind.RELATIONSHIPS && SourceColumns.SOURCES_FIELD.equals(route.field().name());
    var parts =
        all.stream()
            .collect(Collectors.partitioningBy(it -> !cited && context.stated().isNew(it.fact())));
    create(route, parts.getOrDefault(true, List.of()));
    compare(route, parts.getOrDefault(false, List.of()));
  }

  private void create(Route route, List<StatedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var maps = new ArrayList<Map<String, Object>>();
    for (var one : rows) {
      var values = NodeWriter.given(route.field().properties(), one.row().row());
      values.put(StatedFacts.LOADS, context.stated().created());
      if (route.isRepeatable()) {
        values.put("fact", one.fact().fact());
      }
      maps.add(Map.of("start", one.fact().start(), "end", one.fact().end(), "values", values));
    }
    Map<String, @Nullable Object> parameters = Map.of("type", route.field().type(), "rows", maps);
    var made = context.bolt().write(new Statement(SeedStatements.CREATE_RELATIONSHIPS, parameters));
    if (made.getFirst().get("made").asLong() < rows.size()) {
      throw NodeWriter.nodesDeletedMeanwhile();
    }
    rows.forEach(one -> context.report().created(kind, subject(one.row())));
  }

  private void compare(Route route, List<StatedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var declared = route.field().properties();
    var maps = new ArrayList<Map<String, Object>>();
    for (var one : rows) {
      maps.add(
          Map.of(
              "number", maps.size(),
              "start", one.fact().start(),
              "end", one.fact().end(),
              "fact", one.fact().fact(),
              "given", NodeWriter.given(declared, one.row().row()),
              "empty", NodeWriter.empty(declared, one.row().row())));
    }
    var parameters = new HashMap<String, @Nullable Object>(context.stated().parameters());
    parameters.put("type", route.field().type());
    parameters.put("attributes", NodeWriter.attributesToRemove(context.report(), declared));
    parameters.put("created", context.stated().created());
    parameters.put("rows", maps);
    var text = replan(rows) + SeedStatements.relationships(route.isRepeatable());
    var record = context.bolt().write(new Statement(text, parameters)).getFirst();
    if (record.get("found").asLong() < rows.size()) {
      throw NodeWriter.nodesDeletedMeanwhile();
    }
    var made = record.get("made").asList(Value::asInt);
    var changed = record.get("changed").asList(Value::asInt);
    made.forEach(number -> context.report().created(kind, subject(rows.get(number).row())));
    changed.forEach(number -> context.report().changed(kind, subject(rows.get(number).row())));
    context.report().unchanged(kind, table(route), rows.size() - made.size() - changed.size());
  }

  /// A plan that was made while the graph was small reads all of it for each row.
  private static String replan(List<StatedRow> rows) {
    return rows.size() < REPLANNED_ROWS ? "" : "CYPHER replan=force ";
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
