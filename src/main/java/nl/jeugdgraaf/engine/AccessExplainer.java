package nl.jeugdgraaf.engine;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.conditions.RulePath;
import nl.jeugdgraaf.cypher.CypherWriter;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.execute.ExecutionContext;
import nl.jeugdgraaf.execute.SubjectCollector;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.subjects.DataSubjects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// Explains why a caller may see something: each rule, tried on the node, and over which other
/// nodes it holds.
final class AccessExplainer {
  private final ApiSchema schema;
  private final Bolt bolt;
  private final Function<Caller, Permissions> policy;
  private final Cursors cursors;
  private final Duration within;

  AccessExplainer(ApiSchema schema, Bolt bolt, Protection protection, Duration within) {
    this.schema = schema;
    this.bolt = bolt;
    this.policy = protection.policy();
    this.cursors = protection.cursors();
    this.within = within;
  }

  /// An explanation, and the youths about whom it reveals something.
  ///
  /// @param shown in the form of `AccessExplanation`
  /// @param told the youths whose data the node is, whether a rule holds or not, and those on the
  ///   way over which it holds
  record Explanation(Map<String, Object> shown, AuditEntry.Data told) {}

  /// A caller whom an explanation is about, and the youths about whom it has revealed something.
  private record Explained(Permissions access, Map<String, Long> told) {}

  Explanation explain(Map<String, Object> arguments) {
    var id =
        GlobalId.of(String.valueOf(arguments.get("id")))
            .filter(it -> schema.model().nodes().containsKey(it.type()))
            .orElseThrow(() ->
                new ProblemException(
                    Code.BAD_USER_INPUT,
                    "id is not one of this server. Use what the field id of a node gives."));
    var caller =
        new Caller(
            text(arguments, "role"),
            text(arguments, "organisation"),
            "",
            text(arguments, "purpose"),
            "");
    var explained = new Explained(policy.apply(caller), new HashMap<>());
    var type = schema.model().node(id.type());
    look(type, id.key(), explained);
    var day = arguments.get("at") instanceof LocalDate at ? at : AmsterdamClock.today();
    var shown = explain(explained, type, new RulePath.At(id.key(), day), text(arguments, "field"));
    return new Explanation(shown, new AuditEntry.Data(explained.told(), 0));
  }

  private Map<String, Object> explain(
      Explained explained, NodeType type, RulePath.At at, String field) {
    var access = explained.access();
    var rows = access.node(type);
    var values = field.isEmpty() ? Permissions.Decision.ALWAYS : values(access, type, field);
    if (rows.never() || values.never()) {
      var refusal = access.refusal(type, rows.never() ? "" : field);
      return explanation("NEVER", refusal.problems().getFirst().message(), List.of());
    }
    var tried = new ArrayList<Map<String, Object>>();
    var seen = rows.always() || anyHolds(explained, type, rows, at, tried);
    var read = values.always() || anyHolds(explained, type, values, at, tried);
    if (rows.always() && values.always()) {
      return explanation("ALWAYS", null, tried);
    }
    return explanation(seen && read ? "BY_RULE" : "NO_RULE", null, tried);
  }

  /// Finds whose data the node is.
  private void look(NodeType type, String key, Explained explained) {
    var binder = new Binder(schema.model());
    var unguarded = binder.ofAudit();
    var node = unguarded.node(type, binder.parameter(new ParameterSource.Today()));
    var rows =
        new Rows.Lookup(
            node,
            unguarded.property(node, type.key()),
            binder.parameter(new ParameterSource.Literal(key)));
    var found = new Projection(rows, List.of(new Projection.Column.Labels(node)));
    read(new Plan(List.of(found)), binder, explained);
  }

  /// Reads the rows of a plan with one root, and notes about whom they reveal something.
  private List<Value> read(Plan plan, Binder binder, Explained explained) {
    var accounted = new DataSubjects(schema.model(), explained.access(), binder).of(plan);
    var subjects = new SubjectCollector(accounted.columns());
    var values = new HashMap<String, @Nullable Object>(explained.access().values());
    var context = new ExecutionContext(values, AmsterdamClock.today(), cursors);
    var statement =
        new Statement(
            CypherWriter.write(accounted.plan()), context.values(binder.parameters(), Map.of()));
    var rows = new ArrayList<Value>();
    bolt.read(
        statement,
        within,
        row -> {
          subjects.accept(row);
          if (row.get(0).asInt() == 0) {
            rows.add(row.get(1));
          }
        });
    subjects
        .take()
        .subjects()
        .forEach((youth, objects) -> explained.told().merge(youth, objects, Long::sum));
    return rows;
  }

  private static Permissions.Decision values(Permissions access, NodeType type, String field) {
    var computed = type.computed().get(field);
    if (computed != null) {
      return computed(access, type, computed);
    }
    var attribute = type.attributes().get(field);
    if (attribute == null) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "Unknown field of %s. Use one of %s."
              .formatted(type.name(), String.join(", ", type.attributes().keySet())));
    }
    return access.attribute(type, attribute);
  }

  /// A computed field is read by who reads all that it is computed from.
  private static Permissions.Decision computed(
      Permissions access, NodeType type, ComputedField computed) {
    var decisions =
        computed.reads().stream()
            .map(read -> access.attribute(type, type.attribute(read)))
            .filter(decision -> !decision.always())
            .toList();
    return decisions.stream()
        .filter(Permissions.Decision::never)
        .findFirst()
        .or(() -> decisions.stream().findFirst())
        .orElse(Permissions.Decision.ALWAYS);
  }

  private boolean anyHolds(
      Explained explained,
      NodeType type,
      Permissions.Decision decision,
      RulePath.At at,
      List<Map<String, Object>> tried) {
    var any = false;
    for (var rule : decision.rules()) {
      var path = path(RulePath.of(schema, explained.access(), type, rule, at), explained);
      any |= path != null;
      var outcome = new LinkedHashMap<String, Object>();
      outcome.put("name", type.name() + "." + rule);
      outcome.put("holds", path != null);
      outcome.put("path", path == null ? List.of() : path);
      tried.add(outcome);
    }
    return any;
  }

  /// Returns the nodes over which a rule holds, or null.
  private @Nullable List<String> path(RulePath rule, Explained explained) {
    var found =
        read(rule.plan(), rule.binder(), explained).stream()
            .map(row -> row.get(0))
            .filter(path -> !path.isNull())
            .toList();
    if (found.isEmpty()) {
      return null;
    }
    var row = found.getFirst();
    var ids = new ArrayList<String>();
    int column = 0;
    for (var keys : rule.keys()) {
      var labels = row.get(column++).asList(Value::asString);
      for (var type : keys.keySet()) {
        var key = row.get(column++);
        if (labels.contains(type) && !key.isNull()) {
          ids.add(new GlobalId(type, key.asString(), Optional.empty()).text());
        }
      }
    }
    return ids;
  }

  private static Map<String, Object> explanation(
      String decision, @Nullable String message, List<Map<String, Object>> rules) {
    var explanation = new HashMap<String, Object>();
    explanation.put("decision", decision);
    if (message != null) {
      explanation.put("message", message);
    }
    explanation.put("rules", rules);
    return explanation;
  }

  private static String text(Map<String, Object> arguments, String name) {
    return arguments.get(name) == null ? "" : String.valueOf(arguments.get(name));
  }
}
