package nl.jeugdgraaf.property;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.RecordingAudit;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.LenientLimits;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.property.draw.Operation;

/// Asks the engine, and brings its answers into the form of the reference.
///
/// @param engine the engine
/// @param bolt the database that it asks
/// @param recorded entries of the audit log, in their order
public record EngineAnswers(Engine engine, Bolt bolt, List<AuditEntry> recorded) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /// So many errors of values are told, and how many more there are.
  private static final int ERRORS_MAX = 100;

  /// Returns the answers of an engine that lets every caller see everything.
  public static EngineAnswers over(Planner planner, Bolt bolt) {
    return over(planner, bolt, LenientLimits.LENIENT);
  }

  /// Returns the answers of an engine that lets every caller see everything, and gives requests
  /// that leave out other conditions one statement.
  public static EngineAnswers sharing(Planner planner, Bolt bolt) {
    return over(planner, bolt, LenientLimits.SHARING);
  }

  private static EngineAnswers over(Planner planner, Bolt bolt, Limits limits) {
    var protection = Protection.none(TestDatabase.CURSORS);
    return new EngineAnswers(new Engine(planner, bolt, protection, limits), bolt, List.of());
  }

  /// Returns the answers of an engine under the rules of access.
  ///
  /// @param permissions changes what a caller may see
  public static EngineAnswers guarded(
      Planner planner, UnaryOperator<Permissions> permissions, Bolt bolt) {
    return guarded(planner, permissions, bolt, Optional.empty(), LenientLimits.LENIENT);
  }

  /// Returns the answers of an engine under the rules of access, which are recorded in a log too.
  ///
  /// @param limits say whether requests that leave out conditions have one statement
  public static EngineAnswers recorded(Planner planner, Bolt bolt, Audit log, Limits limits) {
    return guarded(planner, UnaryOperator.identity(), bolt, Optional.of(log), limits);
  }

  private static EngineAnswers guarded(
      Planner planner,
      UnaryOperator<Permissions> permissions,
      Bolt bolt,
      Optional<Audit> log,
      Limits limits) {
    var policy = new Policy(planner.schema().access(), true);
    var recorded = new ArrayList<AuditEntry>();
    var protection =
        new Protection(
            caller -> permissions.apply(policy.of(caller)),
            new RecordingAudit(recorded, log),
            TestDatabase.CURSORS);
    return new EngineAnswers(new Engine(planner, bolt, protection, limits), bolt, recorded);
  }

  /// Returns the engine's answer to an anonymous caller.
  Outcome answer(Operation operation) {
    return answer(operation, Caller.NOBODY);
  }

  /// Returns the engine's answer; a refusal is one whose data no reference has.
  public Outcome answer(Operation operation, Caller caller) {
    var before = bolt.readsSent();
    try {
      var outcome = outcome(response(operation, caller));
      var statements = bolt.readsSent() - before;
      return statements == (outcome.reads() ? 1 : 0)
          ? outcome
          : new Outcome("sent " + statements + " statements", outcome.errors());
    } catch (ProblemException e) {
      return new Outcome(Outcome.REFUSED + e.problems(), new TreeSet<>());
    } catch (Bug | IllegalStateException | IllegalArgumentException e) {
      return new Outcome("broken: " + e, new TreeSet<>());
    }
  }

  /// Returns the statement that the engine would send.
  public String statement(Operation operation, Caller caller) {
    return engine.explain(request(operation, caller)).text();
  }

  private static Request request(Operation operation, Caller caller) {
    return new Request(operation.document(), operation.name(), operation.variables(), true, caller);
  }

  /// Returns the engine's response as it is.
  public JsonNode response(Operation operation) {
    return response(operation, Caller.NOBODY);
  }

  /// Returns the response to a caller as it is.
  public JsonNode response(Operation operation, Caller caller) {
    var out = new ByteArrayOutputStream();
    try {
      engine.answer(request(operation, caller), out);
      return JSON.readTree(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome outcome(JsonNode response) {
    var errors = new TreeSet<String>();
    for (var error : response.path("errors")) {
      if (errors.size() == ERRORS_MAX
          && error.path("message").asText().matches("And [0-9]+ more.")) {
        continue;
      }
      errors.add(error.path("path") + " " + error.path("extensions").path("code").asText());
    }
    return new Outcome(NormalForm.of(response.get("data")), errors);
  }
}
