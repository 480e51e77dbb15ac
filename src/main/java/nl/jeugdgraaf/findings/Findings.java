package nl.jeugdgraaf.findings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.bolt.QueryRunner;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Keeps the nodes of the type `Finding` as the rules say: adds what is new, changes what differs,
/// and deletes what no longer follows.
public final class Findings {
  private static final String SINCE = "since";
  private static final String UNTIL = "until";
  private static final String COVERED = "covered";
  private static final Duration READ_WITHIN = Duration.ofHours(1);
  private static final int BATCH_ROWS = 2_000;
  private static final int KEY_CHARACTERS = 24;

  /// The rules follow relationships from node to node, so their plans stay good when the graph
  /// grows, and to plan them all again takes longer than to run them.
  private static final String KEEP_PLAN = "CYPHER replan=skip ";

  private static final String EXISTING =
      """
      MATCH (finding:Finding {rule: $rule})
      RETURN finding.key AS key, properties(finding) AS properties
      """;

  private static final String WRITE =
      """
      UNWIND $rows AS row
      MERGE (finding:Finding {key: row.properties.key})
      SET finding = row.properties
      """;

  private static final String DELETE =
      "UNWIND $keys AS key MATCH (finding:Finding {key: key}) DETACH DELETE finding";

  private final QueryRunner bolt;
  private final Model model;
  private final NodeType type;
  private long added;
  private long changed;
  private long deleted;
  private long unchanged;

  private Findings(QueryRunner bolt, Model model) {
    this.bolt = bolt;
    this.model = model;
    this.type = model.node(FindingRules.TYPE);
  }

  /// How many findings there are.
  ///
  /// @param added those that were not there
  /// @param changed those that had another period or text
  /// @param deleted those that no longer follow from the data
  /// @param unchanged all others
  public record Counts(long added, long changed, long deleted, long unchanged) {}

  /// Brings the findings up to date.
  ///
  /// @param bolt the database
  /// @param model the graph
  /// @param rules all rules; if there are none, nothing happens
  /// @return what was found and written
  /// @throws ProblemException if the database does not answer, or a rule returns a column that is
  ///   no field of `Finding`
  public static Counts update(QueryRunner bolt, Model model, List<FindingRule> rules) {
    if (rules.isEmpty()) {
      return new Counts(0, 0, 0, 0);
    }
    var findings = new Findings(bolt, model);
    findings.deleteOthers(rules);
    rules.forEach(findings::update);
    return new Counts(findings.added, findings.changed, findings.deleted, findings.unchanged);
  }

  /// A finding: the keys of its nodes, by field, and when the rule is broken.
  private record Found(SequencedMap<String, String> nodes, Period period) {}

  private void deleteOthers(List<FindingRule> rules) {
    var names = rules.stream().map(FindingRule::name).toList();
    var text =
        """
        MATCH (finding:Finding) WHERE NOT finding.rule IN $rules
        CALL (finding) { DETACH DELETE finding }%s
        RETURN count(*) AS deleted
        """
            .formatted(bolt.batches());
    var others = bolt.command(new Statement(text, Map.of("rules", names)));
    deleted += others.getFirst().get("deleted").asLong();
  }

  private void update(FindingRule rule) {
    var wanted = new LinkedHashMap<String, Map<String, Object>>();
    var nodes = new HashMap<String, Map<String, String>>();
    find(rule)
        .forEach((key, one) -> {
          wanted.put(key, properties(rule, key, one.period()));
          nodes.put(key, one.nodes());
        });
    var stale = new ArrayList<String>();
    bolt.read(
        new Statement(EXISTING, Map.of("rule", rule.name())),
        READ_WITHIN,
        existing -> {
          var key = existing.get("key").asString();
          if (!wanted.containsKey(key)) {
            stale.add(key);
          } else if (existing.get("properties").asMap().equals(wanted.get(key))) {
            wanted.remove(key);
            unchanged++;
          } else {
            changed++;
            added--;
          }
        });
    stale.stream()
        .gather(Gatherers.windowFixed(BATCH_ROWS))
        .forEach(keys -> bolt.write(new Statement(DELETE, Map.of("keys", keys))));
    wanted.entrySet().stream()
        .map(one -> Map.of("properties", one.getValue(), "nodes", nodes.get(one.getKey())))
        .gather(Gatherers.windowFixed(BATCH_ROWS))
        .forEach(this::write);
    deleted += stale.size();
    added += wanted.size();
  }

  private SequencedMap<String, Found> find(FindingRule rule) {
    var breaches = new LinkedHashMap<String, Found>();
    bolt.read(
        Statement.of(KEEP_PLAN + rule.statement()),
        READ_WITHIN,
        row -> {
          var nodes = nodes(rule, row);
          var covered =
              row.get(COVERED).isNull()
                  ? List.<Period>of()
                  : row.get(COVERED).asList(Findings::period);
          for (var period : period(row).without(covered)) {
            breaches.merge(
                key(rule, nodes, period),
                new Found(nodes, period),
                (one, other) -> new Found(nodes, one.period().upTo(other.period())));
          }
        });
    return breaches;
  }

  private SequencedMap<String, String> nodes(FindingRule rule, Record row) {
    var nodes = new TreeMap<String, String>();
    for (var column : row.keys()) {
      if (!column.equals(SINCE) && !column.equals(UNTIL) && !column.equals(COVERED)) {
        var field = type.relationships().get(column);
        if (field == null) {
          throw new ProblemException(
              Code.STARTUP_FAILED,
              "schema/findings/%s.cypher returns %s, which is no field of Finding; rename the column."
                  .formatted(rule.name(), column));
        }
        nodes.put(column, row.get(column).get(keyOf(field)).asString());
      }
    }
    return nodes;
  }

  private String keyOf(RelationshipField field) {
    return model.node(field.target().entity()).key().property();
  }

  private static Period period(Value days) {
    return new Period(day(days.get(SINCE)), day(days.get(UNTIL)));
  }

  private static Period period(Record row) {
    return new Period(day(row.get(SINCE)), day(row.get(UNTIL)));
  }

  private static @Nullable LocalDate day(Value value) {
    return value.isNull() ? null : value.asLocalDate();
  }

  /// Tells findings apart without showing the keys of their nodes.
  private static String key(FindingRule rule, Map<String, String> nodes, Period period) {
    var text = nodes + " " + period.since();
    return rule.name() + "/" + Sha256.hex(text.getBytes(UTF_8)).substring(0, KEY_CHARACTERS);
  }

  private static Map<String, Object> properties(FindingRule rule, String key, Period period) {
    var properties = new HashMap<String, Object>();
    properties.put("key", key);
    properties.put("rule", rule.name());
    properties.put("text", rule.text());
    properties.put("place", rule.place());
    properties.put("statedStatus", "OPEN");
    rule.quotation().ifPresent(quotation -> properties.put("quotation", quotation));
    if (period.since() != null) {
      properties.put(SINCE, period.since());
    }
    if (period.until() != null) {
      properties.put(UNTIL, period.until());
    }
    return properties;
  }

  /// Writes findings with their relationships in one transaction, so that none is ever without.
  private void write(List<? extends Map<String, ?>> rows) {
    var statements = new ArrayList<>(List.of(new Statement(WRITE, Map.of("rows", rows))));
    for (var field : type.relationships().values()) {
      var text =
          """
          UNWIND $rows AS row
          WITH row WHERE row.nodes.%1$s IS NOT NULL
          MATCH (finding:Finding {key: row.properties.key})
          MATCH (node:%2$s {%3$s: row.nodes.%1$s})
          MERGE (finding)-[:%4$s]->(node)
          """
              .formatted(field.name(), field.target().entity(), keyOf(field), field.type());
      statements.add(new Statement(text, Map.of("rows", rows)));
    }
    bolt.write(statements.toArray(Statement[]::new));
  }
}
