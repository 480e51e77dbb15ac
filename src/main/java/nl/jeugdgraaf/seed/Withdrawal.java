package nl.jeugdgraaf.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.findings.FindingRules;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.seed.ReportBuilder.Kind;
import nl.jeugdgraaf.seed.ReportBuilder.Subject;
import nl.jeugdgraaf.seed.StatedFacts.Fact;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Takes the name of a load from what its rows no longer state, and deletes what has no other name:
/// relationships first, then nodes with what is derived from them.
///
/// A node stays while a relationship touches it that another load states, or nobody.
final class Withdrawal {
  private static final Duration READ_WITHIN = Duration.ofHours(1);

  private static final String KEY_OF =
      "CASE WHEN $keys[%1$sType] IS NULL THEN '' ELSE toString(%1$s[$keys[%1$sType]]) END";

  private static final String RELATIONSHIPS =
      """
      MATCH (start)-[stated]->(end) WHERE $load IN stated.loads
      WITH *,
        head([label IN labels(start) WHERE label IN $types]) AS startType,
        head([label IN labels(end) WHERE label IN $types]) AS endType
      RETURN elementId(stated) AS id, size(stated.loads) AS names, type(stated) AS type,
        elementId(start) AS start, elementId(end) AS end, coalesce(stated.fact, '') AS fact,
        startType, endType, %s AS startKey, %s AS endKey,
        coalesce(toString(stated.validFrom), '') AS day
      """
          .formatted(KEY_OF.formatted("start"), KEY_OF.formatted("end"));

  private static final String NODES =
      """
      MATCH (node) WHERE $load IN node.loads
      WITH *, head([label IN labels(node) WHERE label IN $types]) AS nodeType
      RETURN elementId(node) AS id, size(node.loads) AS names, nodeType, %s AS nodeKey
      """
          .formatted(KEY_OF.formatted("node"));

  private static final String DELETE_RELATIONSHIPS =
      "UNWIND $ids AS id MATCH ()-[stated]->() WHERE elementId(stated) = id DELETE stated";

  /// Returns the `id` of each node that was deleted. Empty `loads` are on what is derived.
  private static final String DELETE_NODES =
      """
      UNWIND $ids AS id
      MATCH (node) WHERE elementId(node) = id
        AND NOT EXISTS {
          (node)-[other]-(neighbour)
          WHERE NOT $finding IN labels(neighbour) AND coalesce(size(other.loads) > 0, true)
        }
      WITH id, node
      DETACH DELETE node
      RETURN id
      """;

  private final LoadContext context;
  private final Model model;

  private Withdrawal(LoadContext context, Model model) {
    this.context = context;
    this.model = model;
  }

  /// Withdraws what the load no longer states.
  static void run(LoadContext context, Model model) {
    if (context.stated().remembers()) {
      var withdrawal = new Withdrawal(context, model);
      withdrawal.relationships();
      withdrawal.nodes();
    }
  }

  private Map<String, @Nullable Object> parameters() {
    var keys = new HashMap<String, Object>();
    model.nodes().forEach((name, type) -> keys.put(name, type.key().property()));
    return Map.of(
        "load",
        context.stated().load(),
        "types",
        List.copyOf(model.nodes().keySet()),
        "keys",
        keys);
  }

  /// What is no longer stated: element ids of what has other names, and subjects of the rest.
  private record Gone(List<String> shared, Map<String, Subject> alone) {
    Gone() {
      this(new ArrayList<>(), new LinkedHashMap<>());
    }
  }

  private void relationships() {
    var gone = new Gone();
    context
        .bolt()
        .read(
            new Statement(RELATIONSHIPS, parameters()),
            READ_WITHIN,
            row -> {
              var fact =
                  new Fact(
                      text(row, "type"), text(row, "start"), text(row, "end"), text(row, "fact"));
              if (!context.stated().hasRelationship(fact)) {
                note(gone, row, relationship(row));
              }
            });
    takeName("()-[stated]->()", gone.shared());
    inBatches(List.copyOf(gone.alone().keySet()), DELETE_RELATIONSHIPS);
    gone.alone().values().forEach(it -> context.report().withdrawn(kind(it), it));
  }

  /// A relationship to a source follows from the row of its node.
  private static Kind kind(Subject subject) {
    return subject.table().endsWith("." + SourceColumns.SOURCES_FIELD)
        ? Kind.DERIVED
        : Kind.RELATIONSHIPS;
  }

  private void nodes() {
    var gone = new Gone();
    context
        .bolt()
        .read(
            new Statement(NODES, parameters()),
            READ_WITHIN,
            row -> {
              if (!context.stated().hasNode(text(row, "id"))) {
                var type = text(row, "nodeType");
                note(gone, row, new Subject(type, List.of(type), text(row, "nodeKey"), null));
              }
            });
    takeName("(stated)", gone.shared());
    var deleted = new HashSet<String>();
    inBatches(List.copyOf(gone.alone().keySet()), DELETE_NODES)
        .forEach(row -> deleted.add(text(row, "id")));
    var kept = new LinkedHashMap<String, Integer>();
    gone.alone()
        .forEach((id, subject) -> {
          if (deleted.contains(id)) {
            context.report().withdrawn(Kind.NODES, subject);
          } else {
            kept.merge(subject.table(), 1, Integer::sum);
          }
        });
    kept.forEach((type, times) ->
        context
            .report()
            .warn(
                "%s.csv: %d nodes that no row states any more stay, because relationships that"
                        .formatted(type, times)
                    + " another load or nobody states touch them."));
  }

  private static String text(Record row, String column) {
    return row.get(column).asString("");
  }

  private static void note(Gone gone, Record row, Subject subject) {
    if (row.get("names").asLong() > 1) {
      gone.shared().add(text(row, "id"));
    } else {
      gone.alone().put(text(row, "id"), subject);
    }
  }

  /// Names the table by a field that the relationship is behind, of its first node if that has one.
  private Subject relationship(Record row) {
    var start = text(row, "startType");
    var end = text(row, "endType");
    var relationship = text(row, "type");
    var day = text(row, "day").isEmpty() ? "" : " from " + text(row, "day");
    var outgoing = field(start, relationship, Direction.OUT, end);
    if (outgoing.isPresent()) {
      return subject(start, outgoing.get(), end, text(row, "startKey"), text(row, "endKey") + day);
    }
    var incoming = field(end, relationship, Direction.IN, start);
    return incoming
        .map(field -> subject(end, field, start, text(row, "endKey"), text(row, "startKey") + day))
        .orElseGet(() -> new Subject(relationship, List.of(start, end, relationship), "", null));
  }

  private Subject subject(
      String from, RelationshipField field, String to, String fromKey, String toKey) {
    return new Subject(
        from + "." + field.name(),
        RelationshipWriter.types(model.node(from), model.node(to), field),
        fromKey + " to " + toKey,
        null);
  }

  private Optional<RelationshipField> field(
      String owner, String relationship, Direction direction, String target) {
    var type = model.nodes().get(owner);
    if (type == null) {
      return Optional.empty();
    }
    return type.relationships().values().stream()
        .filter(it -> it.type().equals(relationship) && !it.isChain())
        .filter(it -> it.direction() == direction || it.direction() == Direction.BOTH)
        .filter(it -> isOf(target, it.target().entity()))
        .findFirst();
  }

  private boolean isOf(String type, String entity) {
    return model.concrete(model.entity(entity)).stream().anyMatch(it -> it.name().equals(type));
  }

  /// What had other names may keep a value that only this load gave. The next load of the others
  /// mends that.
  private void takeName(String pattern, List<String> ids) {
    if (!ids.isEmpty()) {
      LoadJournal.forgetOthers(context.bolt(), context.stated().load());
    }
    inBatches(
        ids,
        """
        UNWIND $ids AS id
        MATCH %s WHERE elementId(stated) = id
        SET stated.loads = [name IN stated.loads WHERE name <> $load]
        """
            .formatted(pattern));
  }

  private List<Record> inBatches(List<String> ids, String text) {
    var records = new ArrayList<Record>();
    ids.stream()
        .gather(Gatherers.windowFixed(NodeWriter.BATCH_ROWS))
        .forEach(batch ->
            records.addAll(
                context
                    .bolt()
                    .write(
                        new Statement(
                            text,
                            Map.of(
                                "ids",
                                batch,
                                "load",
                                context.stated().load(),
                                "finding",
                                FindingRules.TYPE)))));
    return records;
  }
}
