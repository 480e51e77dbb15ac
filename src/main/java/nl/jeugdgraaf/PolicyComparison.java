package nl.jeugdgraaf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.api.ServiceFields;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditRecord;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Who would gain and lose what if other rules replaced the present ones, on the data of a
/// database.
///
/// For fields of nodes and relationships, and for service fields such as `accesses`, it compares
/// what the rules say. Nodes are counted, for each organisation that a role can act for. The report
/// holds numbers, and nothing of a youth but its id.
final class PolicyComparison {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NODES_MAX = 1_000_000;

  private final Side before;
  private final Side after;
  private final Engine everything;
  private final Consumer<String> out;
  private final int organisationsMax;

  /// One of the two sets of rules.
  ///
  /// @param rules the schema with these rules
  /// @param policy the rules, applied to callers
  /// @param engine answers under these rules
  private record Side(ApiSchema rules, Policy policy, Engine engine) {
    static Side of(ApiSchema rules, Bolt bolt) {
      var policy = new Policy(rules.access(), false);
      var protection = new Protection(policy::of, new Discarded(), Cursors.ofThisProcess());
      return new Side(
          rules, policy, new Engine(Planner.of(rules), bolt, protection, Limits.DEFAULT));
    }
  }

  /// Creates a comparison.
  ///
  /// @param before the schema with the present rules
  /// @param after the same schema with the other rules
  /// @param bolt the database
  /// @param organisationsMax how many organisations of each role to compare
  /// @param out takes the lines of the report
  PolicyComparison(
      ApiSchema before, ApiSchema after, Bolt bolt, int organisationsMax, Consumer<String> out) {
    this.before = Side.of(before, bolt);
    this.after = Side.of(after, bolt);
    this.everything =
        new Engine(
            Planner.of(before), bolt, Protection.none(Cursors.ofThisProcess()), Limits.DEFAULT);
    this.organisationsMax = organisationsMax;
    this.out = out;
  }

  /// Compares, and writes a line for each difference.
  ///
  /// @return how many differences there are
  int run() {
    var roles = new LinkedHashSet<String>(List.of(""));
    roles.addAll(before.rules().access().roles().keySet());
    roles.addAll(after.rules().access().roles().keySet());
    int differences = 0;
    for (var role : roles) {
      var purposes = new LinkedHashSet<String>();
      purposes.addAll(before.rules().access().role(role).purposes());
      purposes.addAll(after.rules().access().role(role).purposes());
      for (var purpose : role.isEmpty() ? Set.of("") : purposes) {
        differences += compare(role, purpose);
      }
    }
    out.accept(
        switch (differences) {
          case 0 -> "No difference.";
          case 1 -> "1 difference.";
          default -> differences + " differences.";
        });
    return differences;
  }

  private int compare(String role, String purpose) {
    var who = role.isEmpty() ? "Without a token" : role + " for " + purpose;
    var typical = new Caller(role, "?", "", purpose, "");
    var model = before.rules().model();
    int differences = 0;
    for (var type : model.nodes().values()) {
      differences += fields(who, typical, type);
      if (differs(who, typical, type, "", access -> access.node(type))) {
        differences++;
        count(who, role, purpose, type);
      }
    }
    for (var type : model.relationshipProperties().values()) {
      differences += fields(who, typical, type);
      differences += differs(who, typical, type, "", access -> access.relationship(type)) ? 1 : 0;
    }
    for (var field : ServiceFields.GRANTED) {
      var one = mayAsk(before, typical, field);
      var other = mayAsk(after, typical, field);
      if (one != other) {
        out.accept("%s, %s: %s".formatted(who, field, one ? "all, then none" : "none, then all"));
        differences++;
      }
    }
    return differences;
  }

  private int fields(String who, Caller caller, Entity type) {
    int differences = 0;
    for (var attribute : type.attributes().values()) {
      var field = "." + attribute.name();
      differences +=
          differs(who, caller, type, field, access -> access.attribute(type, attribute)) ? 1 : 0;
    }
    return differences;
  }

  private boolean differs(String who, Caller caller, Entity type, String field, Decide decide) {
    var one = meaning(before, caller, decide, type);
    var other = meaning(after, caller, decide, type);
    if (one.equals(other)) {
      return false;
    }
    out.accept("%s, %s%s: %s, then %s".formatted(who, type.name(), field, one, other));
    return true;
  }

  private static boolean mayAsk(Side side, Caller caller, String field) {
    try {
      return side.policy().of(caller).mayAsk(field);
    } catch (ProblemException _) {
      return false;
    }
  }

  private interface Decide {
    Permissions.Decision of(Permissions access);
  }

  /// Returns a decision in words: equal words for equal decisions.
  private static String meaning(Side side, Caller caller, Decide decide, Entity type) {
    Permissions.Decision decision;
    try {
      decision = decide.of(side.policy().of(caller));
    } catch (ProblemException _) {
      return "none";
    }
    return decision.always()
        ? "all"
        : decision.never()
            ? "none"
            : decision.rules().stream()
                .map(rule -> rule + " " + side.rules().conditions().get(type.name() + "." + rule))
                .collect(Collectors.joining(" or "));
  }

  private void count(String who, String role, String purpose, NodeType type) {
    var organisations =
        after
            .rules()
            .access()
            .role(role)
            .organisation()
            .map(organisation -> keys(before.rules().model().node(organisation)))
            .orElse(List.of(""));
    for (var each : organisations) {
      var caller = new Caller(role, each, "", purpose, "");
      var one = seen(before.engine(), caller, type);
      var other = seen(after.engine(), caller, type);
      var gained = new HashSet<>(other);
      gained.removeAll(one);
      var lost = new HashSet<>(one);
      lost.removeAll(other);
      if (!gained.isEmpty() || !lost.isEmpty()) {
        out.accept(
            "  %s%s: sees %d %s more and %d fewer, of %d"
                .formatted(
                    who,
                    each.isEmpty() ? "" : " of " + each,
                    gained.size(),
                    type.plural(),
                    lost.size(),
                    one.size()));
      }
    }
  }

  /// Finds organisations without any rules. A youth acts for itself.
  private List<String> keys(NodeType type) {
    return seen(everything, Caller.NOBODY, type).stream().sorted().limit(organisationsMax).toList();
  }

  private static List<String> seen(Engine engine, Caller caller, NodeType type) {
    var query = "{ %s(limit: %d) { %s } }".formatted(type.plural(), NODES_MAX, type.key().name());
    var out = new ByteArrayOutputStream();
    try {
      engine.answer(new Request(query, "", Map.of(), false, caller), out);
      var keys = new ArrayList<String>();
      JSON.readTree(out.toByteArray())
          .path("data")
          .path(type.plural())
          .forEach(node -> keys.add(node.elements().next().asText()));
      return keys;
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() == Code.FORBIDDEN) {
        return List.of();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The nodes are counted and shown to nobody, so nothing is recorded.
  private record Discarded() implements Audit {
    @Override
    public void append(List<AuditEntry> entries) {}

    @Override
    public void refused(AuditEntry entry) {}

    @Override
    public List<AuditRecord> accesses(
        String subject, Instant from, Instant to, int limit, Duration within) {
      return List.of();
    }
  }
}
