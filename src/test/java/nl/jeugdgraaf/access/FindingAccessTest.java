package nl.jeugdgraaf.access;

import static nl.jeugdgraaf.SeededCallers.ANALYST;
import static nl.jeugdgraaf.SeededCallers.REFERRER;
import static nl.jeugdgraaf.SeededCallers.SCHOOL;
import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static nl.jeugdgraaf.SeededCallers.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.jeugdgraaf.SeededCallers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A finding is seen where what breaks the rule is seen, and tells nothing beyond that.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingAccessTest {
  private static final String FINDINGS =
      """
      {
        findings {
          key rule trajectory { key } delivery { key } measure { key } product { key }
          network { key }
        }
      }
      """;

  private static final List<String> NODES =
      List.of("trajectory", "delivery", "measure", "product", "network");

  private static final Set<String> PUBLIC =
      Set.of(
          "CODE_WITHOUT_NAME",
          "CODE_WITH_TWO_NAMES",
          "MAPPING_GAP",
          "MAPPING_OVERLAP",
          "NETWORK_WITHOUT_EXPERTISE");

  /// What a finding of these rules rests on, the role never reads.
  private static final Map<String, Set<String>> NEVER =
      Map.of(
          "MUNICIPALITY",
          Set.of("MEETING_OVERDUE", "OUTFLOW_WITHOUT_BIG_FIVE", "TAKEOVER_WITHOUT_REASON"),
          "PROVIDER",
          Set.of(
              "ONE_CONTACT",
              "NO_HSJ_WITHOUT_FOLLOW_UP",
              "MEASURE_WITHOUT_SAFETY_REGIE",
              "MEETING_OVERDUE",
              "OUTFLOW_WITHOUT_BIG_FIVE",
              "STAY_WITHOUT_ANALYSIS_AND_INTERVENTION",
              "TWO_HSJ_AT_ONCE"),
          "NETWORK_PARTNER",
          Set.of("TWO_HSJ_AT_ONCE"),
          "LOCAL_TEAM",
          Set.of("TWO_HSJ_AT_ONCE"),
          "CERTIFIED_INSTITUTION",
          Set.of("GI_REGIE_WITHOUT_MEASURE"));

  private final SeededCallers callers = new SeededCallers();
  private final Map<String, JsonNode> all = new TreeMap<>();

  @BeforeAll
  void look() {
    findings(STEWARD).forEach(finding -> all.put(finding.path("key").asText(), finding));
  }

  @AfterAll
  void stop() {
    callers.close();
  }

  /// Callers who have something to see: the first of each role at whose youths a rule is broken.
  Stream<Caller> callers() {
    var at =
        callers.data(
            STEWARD,
            """
            {
              findings(where: {status: {eq: OPEN}, trajectory: {}}) {
                trajectory {
                  youth { municipality { code } }
                  regieHolders { ... on Referrer { kind key } }
                }
                delivery { deliveredBy { ... on Provider { agb } } }
              }
            }
            """);
    return Stream.of(
        new Caller("MUNICIPALITY", first(at, "code"), "", "ASSIGNMENT", ""),
        new Caller("PROVIDER", first(at, "agb"), "", "CARE", ""),
        new Caller("NETWORK_PARTNER", "99000001", "", "CARE", ""),
        new Caller("LOCAL_TEAM", holder(at, "LOCAL_TEAM"), "", "REGIE", ""),
        new Caller("CERTIFIED_INSTITUTION", "SYNTHETIC/REFERRER-000019", "", "REGIE", ""));
  }

  private static String first(JsonNode answer, String field) {
    return answer.findValues(field).getFirst().asText();
  }

  private static String holder(JsonNode answer, String kind) {
    return answer.findParents("kind").stream()
        .filter(holder -> holder.path("kind").asText().equals(kind))
        .map(holder -> holder.path("key").asText())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode findings(Caller caller) {
    return callers.data(caller, FINDINGS).path("findings");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoSeesAFindingSeesWhatBreaksTheRule(Caller caller) {
    var persons = new HashSet<String>();
    for (var seen : findings(caller)) {
      var whole = Objects.requireNonNull(all.get(seen.path("key").asText()));
      var rule = seen.path("rule").asText();
      assertFalse(NEVER.getOrDefault(caller.role(), Set.of()).contains(rule), rule);
      for (var node : NODES) {
        var mayMiss = node.equals("trajectory") && !whole.path("delivery").isNull();
        assertTrue(
            whole.path(node).equals(seen.path(node)) || (mayMiss && seen.path(node).isNull()),
            () -> seen + " of " + whole);
      }
      if (!seen.path("trajectory").isNull()) {
        persons.add(seen.at("/trajectory/key").asText());
      }
    }
    assertFalse(persons.isEmpty());
    var visible =
        new HashSet<>(
            texts(callers.data(caller, "{ trajectories { key } }").path("trajectories"), "/key"));
    assertTrue(visible.containsAll(persons));
  }

  @ParameterizedTest
  @MethodSource("callers")
  void aHiddenFindingIsNotThereInConditions(Caller caller) {
    for (var rule : NEVER.getOrDefault(caller.role(), Set.of())) {
      var data =
          callers.data(
              caller,
              """
              {
                some: trajectoriesConnection(where: {findings: {some: {rule: {eq: %1$s}}}}) { totalCount }
                none: trajectoriesConnection(where: {findings: {none: {rule: {eq: %1$s}}}}) { totalCount }
                all: trajectoriesConnection { totalCount }
                ofRule: findingsConnection(where: {rule: {eq: %1$s}}) { totalCount }
              }
              """
                  .formatted(rule));
      assertEquals(0, data.at("/some/totalCount").asInt(), rule);
      assertEquals(data.at("/all/totalCount"), data.at("/none/totalCount"), rule);
      assertEquals(0, data.at("/ofRule/totalCount").asInt(), rule);
    }
  }

  @Test
  void othersSeeWhatIsPublicOnly() {
    var expected = new TreeSet<String>();
    all.values().stream()
        .filter(finding -> PUBLIC.contains(finding.path("rule").asText()))
        .forEach(finding -> expected.add(finding.path("key").asText()));
    assertFalse(expected.isEmpty());
    for (var caller : List.of(Caller.NOBODY, ANALYST, SCHOOL, REFERRER)) {
      var seen = callers.data(caller, "{ findings { key product { key } } }").path("findings");
      assertEquals(expected, new TreeSet<>(texts(seen, "/key")), caller.role());
      var counted = "{ findingsConnection { totalCount } }";
      assertEquals(
          expected.size(),
          callers.data(caller, counted).at("/findingsConnection/totalCount").asInt());
    }
    for (var caller : List.of(Caller.NOBODY, ANALYST)) {
      for (var selection :
          List.of(
              "{ findings { trajectory { key } } }",
              "{ findings(where: {NOT: {delivery: null}}) { key } }",
              "{ findingsConnection { groups { key { measure { key } } } } }")) {
        assertEquals(
            "FORBIDDEN",
            callers.refusal(caller, selection).code().replace("PURPOSE_REQUIRED", "FORBIDDEN"));
      }
    }
  }
}
