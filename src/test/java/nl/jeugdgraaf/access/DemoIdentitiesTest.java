package nl.jeugdgraaf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.api.ApiSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every identity of demo mode sees a youth of the seed today, except those that never see one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIdentitiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NEVER = Set.of("ANALYST", "REGION_OFFICE", "LOG_OFFICER");

  private final SeededCallers callers = SeededCallers.today();

  @AfterAll
  void stop() {
    callers.close();
  }

  static List<JsonNode> identities() throws IOException {
    var all = JSON.readTree(DemoIdentitiesTest.class.getResourceAsStream("/demo/identities.json"));
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("identities")
  void namesThePurposesOfItsRole(JsonNode identity) {
    var policy = new Policy(ApiSchema.builtIn().access(), true);
    var purposes = JSON.convertValue(identity.get("purposes"), String[].class);
    assertEquals(policy.purposes(identity.get("role").asText()), List.of(purposes));
    assertTrue(List.of(purposes).contains(identity.get("purpose").asText()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("identities")
  void seesWhatItsRoleMaySee(JsonNode identity) {
    var role = identity.get("role").asText();
    var organisation = identity.get("organisation").asText();
    var caller = new Caller(role, organisation, "", identity.get("purpose").asText(), "");
    var answer = callers.ask(caller, "{ youths(limit: 1) { key trajectories { key } } }").json();
    if (NEVER.contains(role)) {
      assertEquals("FORBIDDEN", answer.at("/errors/0/extensions/code").asText(), answer::toString);
    } else {
      assertTrue(answer.at("/data/youths/0/trajectories/0/key").isTextual(), answer::toString);
    }
  }
}
