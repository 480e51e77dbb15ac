package nl.jeugdgraaf.engine;

import static nl.jeugdgraaf.SeededCallers.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditLog;
import nl.jeugdgraaf.audit.AuditVerification;
import nl.jeugdgraaf.clock.FixedDay;
import nl.jeugdgraaf.limits.LenientLimits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Figures, explanations and the audit log, over the project's own seed.
class ServiceFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Caller ANALYST = new Caller("ANALYST", "", "a", "MONITORING", "");
  private static final Caller OFFICER = new Caller("LOG_OFFICER", "", "l", "LOG_REVIEW", "");
  private static final Caller MUNICIPALITY =
      new Caller("MUNICIPALITY", "1952", "m", "ASSIGNMENT", "10.0.0.1");
  private static final String YOUTH_OF_1952 = "Y-000063";

  /// Moved away from 1952 on 2024-02-28.
  private static final String FORMERLY_OF_1952 = "Y-000107";

  @TempDir private Path directory;
  private AuditLog audit;
  private FixedDay day;
  private Engine engine;

  @BeforeEach
  void open() {
    day = FixedDay.of(LocalDate.parse("2026-11-01"));
    var schema = ApiSchema.builtIn();
    audit = AuditLog.open(directory, AuditKeys.of(new byte[32]), "test");
    var protection =
        new Protection(new Policy(schema.access(), true)::of, audit, TestDatabase.CURSORS);
    engine =
        new Engine(Planner.of(schema), TestDatabase.seeded(), protection, LenientLimits.LENIENT);
  }

  @AfterEach
  void close() {
    audit.close();
    day.close();
  }

  private JsonNode ask(Caller caller, String query) throws IOException {
    var out = new ByteArrayOutputStream();
    engine.answer(new Request(query, "", Map.of(), true, caller), out);
    var response = JSON.readTree(out.toByteArray());
    assertTrue(!response.has("errors"), response::toString);
    return response.path("data");
  }

  private Code refused(Caller caller, String query) {
    return assertThrows(ProblemException.class, () -> ask(caller, query))
        .problems()
        .getFirst()
        .code();
  }

  @Test
  void aYouthSeesWhoSawItsDataAndNothingOfOthers() throws IOException {
    var youths = ask(MUNICIPALITY, "query Ours { youths { key name } }");
    assertTrue(youths.path("youths").size() > 5);
    var query =
        "{ accesses(subject: \"%s\") { event role organisation purpose fields operation } }";
    var youth = new Caller("YOUTH", YOUTH_OF_1952, "y", "OWN_DATA", "");
    var accesses = ask(youth, query.formatted(id("Youth", YOUTH_OF_1952))).path("accesses");
    assertEquals(
        JSON.readTree(
            """
            {"event": "READ", "role": "MUNICIPALITY", "organisation": "1952",
             "purpose": "ASSIGNMENT", "fields": ["Youth", "Youth.key", "Youth.name"],
             "operation": "Ours"}
            """),
        accesses.get(0));
    assertEquals("REVIEW", accesses.get(1).path("event").asText());
    assertEquals(0, ask(youth, query.formatted(id("Youth", "Y-000033"))).path("accesses").size());
    assertEquals(0, ask(youth, query.formatted(id("Youth", "nobody"))).path("accesses").size());
    assertEquals(
        Code.FORBIDDEN, refused(MUNICIPALITY, query.formatted(id("Youth", YOUTH_OF_1952))));
    assertTrue(
        ask(OFFICER, query.formatted(id("Youth", YOUTH_OF_1952))).path("accesses").size() >= 3);
    var found =
        AuditVerification.verify(
            directory, AuditKeys.of(new byte[32]).publicKey(), Optional.empty());
    assertTrue(found instanceof AuditVerification.Intact, found::toString);
  }

  @Test
  void anExplanationNamesTheRuleAndTheWay() throws IOException {
    var query =
        "{ explainAccess(id: \"%s\", field: \"%s\", role: \"%s\", organisation: \"%s\", purpose:"
            + " \"%s\") { decision message rules { name holds path } } }";
    var youth = id("Youth", YOUTH_OF_1952);
    var granted =
        ask(OFFICER, query.formatted(youth, "name", "MUNICIPALITY", "1952", "ASSIGNMENT"))
            .path("explainAccess");
    assertEquals("BY_RULE", granted.path("decision").asText());
    var rule = granted.path("rules").get(0);
    assertEquals("Youth.ofMyMunicipality", rule.path("name").asText());
    assertEquals(id("Municipality", "1952"), rule.path("path").get(0).asText());
    var other =
        ask(OFFICER, query.formatted(youth, "name", "MUNICIPALITY", "0014", "ASSIGNMENT"))
            .path("explainAccess");
    assertEquals("NO_RULE", other.path("decision").asText());
    var never =
        ask(OFFICER, query.formatted(youth, "pseudonym", "SCHOOL", "S", "EDUCATION"))
            .path("explainAccess");
    assertEquals("NEVER", never.path("decision").asText());
    assertEquals(
        "Role SCHOOL may not see Youth.pseudonym for EDUCATION.", never.path("message").asText());
    var always =
        ask(OFFICER, query.formatted(id("Region", "GRONINGEN"), "name", "SCHOOL", "S", "EDUCATION"))
            .path("explainAccess");
    assertEquals("ALWAYS", always.path("decision").asText());
    assertEquals(
        Code.FORBIDDEN,
        refused(ANALYST, query.formatted(youth, "name", "SCHOOL", "S", "EDUCATION")));
  }

  /// The key of a youth is no id, and neither is the id of something else.
  @Test
  void accessesAreThoseOfAnIdOfAYouthOnWhateverDay() throws IOException {
    ask(MUNICIPALITY, "query Ours { youth(by: {key: \"%s\"}) { name } }".formatted(YOUTH_OF_1952));
    var query = "{ accesses(subject: \"%s\") { operation } }";
    var today = ask(OFFICER, query.formatted(id("Youth", YOUTH_OF_1952)));
    var then = ask(OFFICER, query.formatted(id("Youth", YOUTH_OF_1952, "2024-01-01")));
    assertEquals("Ours", today.at("/accesses/0/operation").asText());
    // Asking is recorded too.
    assertEquals(today.at("/accesses").size() + 1, then.at("/accesses").size());
    assertEquals(today.at("/accesses/0"), then.at("/accesses/0"));
    var own = new Caller("YOUTH", YOUTH_OF_1952, "y", "OWN_DATA", "");
    assertTrue(
        ask(own, query.formatted(id("Youth", YOUTH_OF_1952, "2024-01-01"))).at("/accesses").size()
            > 0);
    for (var subject :
        List.of(
            YOUTH_OF_1952, "nobody", "", id("Trajectory", "T-000001"), id("Youth", "x") + "=")) {
      assertEquals(Code.BAD_USER_INPUT, refused(OFFICER, query.formatted(subject)), subject);
    }
  }

  /// What the rules said on a day is told on request; the day in an id says nothing about it.
  @Test
  void anExplanationIsAboutTodayOrTheDayThatIsAsked() throws IOException {
    var query =
        "{ explainAccess(id: \"%s\", role: \"MUNICIPALITY\", organisation: \"1952\", purpose:"
            + " \"ASSIGNMENT\"%s) { decision } }";
    for (var id :
        List.of(
            id("Youth", FORMERLY_OF_1952),
            id("Youth", FORMERLY_OF_1952, "2024-02-27"),
            id("Youth", FORMERLY_OF_1952, "2099-01-01"))) {
      assertEquals("NO_RULE", decision(query.formatted(id, "")));
      assertEquals("NO_RULE", decision(query.formatted(id, ", at: null")));
      assertEquals("BY_RULE", decision(query.formatted(id, ", at: \"2024-02-27\"")));
      assertEquals("NO_RULE", decision(query.formatted(id, ", at: \"2024-02-28\"")));
    }
    assertEquals(
        Code.BAD_USER_INPUT, refused(OFFICER, query.formatted(FORMERLY_OF_1952, "")), "a key");
  }

  @Test
  void anExplanationIsRecordedForTheYouthsOfItsNode() throws IOException {
    for (var node : List.of(id("Trajectory", "T-000433"), id("Youth", "Y-000433"))) {
      ask(
          OFFICER,
          "{ explainAccess(id: \""
              + node
              + "\", role: \"SCHOOL\", organisation: \"00AA00\", purpose: \"EDUCATION\")"
              + " { decision } }");
    }
    var query = "{ accesses(subject: \"" + id("Youth", "Y-000433") + "\") { event role objects } }";
    var found = ask(OFFICER, query).path("accesses");
    var explained =
        JSON.readTree("{\"event\": \"EXPLAIN\", \"role\": \"LOG_OFFICER\", \"objects\": 1}");
    assertEquals(explained, found.get(0));
    assertEquals("EXPLAIN", found.get(1).path("event").asText());
  }

  private String decision(String query) throws IOException {
    return ask(OFFICER, query).at("/explainAccess/decision").asText();
  }
}
