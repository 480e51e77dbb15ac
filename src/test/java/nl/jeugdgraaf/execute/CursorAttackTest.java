package nl.jeugdgraaf.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.RecordingAudit;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A cursor is refused when it was changed, when another caller sends it, or when it is sent to
/// another list.
class CursorAttackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();
  private static final Caller VEENDAM = municipality("1969", "ASSIGNMENT");
  private static final String YOUTHS =
      """
      query ($after: String) {
        youthsConnection(first: 1, after: $after) { edges { cursor node { key } } }
      }
      """;

  private Engine engine;

  private static Caller municipality(String code, String purpose) {
    return new Caller("MUNICIPALITY", code, "official-1", purpose, "");
  }

  @BeforeEach
  void open() {
    var protection = RecordingAudit.protection(new Policy(SCHEMA.access(), true));
    engine = new Engine(Planner.of(SCHEMA), TestDatabase.seeded(), protection, Limits.DEFAULT);
  }

  private JsonNode ask(Caller caller, String query, Map<String, Object> variables)
      throws IOException {
    var out = new ByteArrayOutputStream();
    engine.answer(new Request(query, "", variables, false, caller), out);
    return JSON.readTree(out.toByteArray());
  }

  private JsonNode edge(Caller caller, Map<String, Object> variables) throws IOException {
    return ask(caller, YOUTHS, variables).at("/data/youthsConnection/edges/0");
  }

  private Problem refused(Caller caller, String query, String cursor) {
    return assertThrows(ProblemException.class, () -> ask(caller, query, Map.of("after", cursor)))
        .problems()
        .getFirst();
  }

  private void assertRefused(Caller caller, String query, String cursor) {
    assertEquals(Code.BAD_CURSOR, refused(caller, query, cursor).code());
  }

  @Test
  void itsOwnCallerGoesOnFromIt() throws IOException {
    var first = edge(VEENDAM, Map.of());
    var second = edge(VEENDAM, Map.of("after", first.path("cursor").asText()));
    assertTrue(second.at("/node/key").asText().compareTo(first.at("/node/key").asText()) > 0);
    var colleague = new Caller("MUNICIPALITY", "1969", "official-2", "ASSIGNMENT", "");
    assertEquals(second, edge(colleague, Map.of("after", first.path("cursor").asText())));
  }

  @Test
  void anotherCallerCannotUseIt() throws IOException {
    var cursor = edge(VEENDAM, Map.of()).path("cursor").asText();
    assertRefused(municipality("1952", "ASSIGNMENT"), YOUTHS, cursor);
    assertRefused(municipality("1969", "REGIE"), YOUTHS, cursor);
    assertRefused(new Caller("STEWARD", "", "s", "QUALITY", ""), YOUTHS, cursor);
  }

  @Test
  void anotherListCannotUseIt() throws IOException {
    var cursor = edge(VEENDAM, Map.of()).path("cursor").asText();
    assertRefused(VEENDAM, YOUTHS.replace("first: 1", "first: 1, sort: [{key: DESC}]"), cursor);
    assertRefused(VEENDAM, YOUTHS.replace("youthsC", "deliveriesC"), cursor);
    assertRefused(
        VEENDAM, YOUTHS.replace("first: 1", "first: 1, where: {name: {contains: \"a\"}}"), cursor);
  }

  /// Every single character counts, and nothing that Java could read as an object is looked at.
  @Test
  void whatWasChangedIsRefusedInTheSameWords() throws IOException {
    var cursor = edge(VEENDAM, Map.of()).path("cursor").asText();
    var forged = new ArrayList<String>();
    for (int i = 0; i < cursor.length(); i++) {
      var other = cursor.charAt(i) == 'A' ? 'Q' : 'A';
      forged.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
    forged.add("");
    forged.add("-1");
    forged.add(cursor.substring(0, cursor.length() - 4));
    forged.add(cursor + cursor);
    forged.add(
        Base64.getUrlEncoder()
            .encodeToString("arrayconnection:-1".getBytes(StandardCharsets.UTF_8)));
    forged.add(serialised());
    for (var one : forged) {
      var problem = refused(VEENDAM, YOUTHS, one);
      assertEquals(Code.BAD_CURSOR, problem.code(), one);
      assertTrue(problem.message().startsWith("The cursor is not one of this server"), one);
    }
  }

  private static String serialised() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ArrayList<>());
    }
    return Base64.getUrlEncoder().encodeToString(bytes.toByteArray());
  }

  /// Sorting by a field puts its value into the cursor, and the cursor shows nothing of it.
  @Test
  void nothingCanBeReadInIt() throws IOException {
    var byBirth = YOUTHS.replace("first: 1", "first: 1, sort: [{birthDate: ASC}]");
    var edge =
        ask(VEENDAM, byBirth.replace("node { key }", "node { key birthDate }"), Map.of())
            .at("/data/youthsConnection/edges/0");
    var content =
        new String(
            Base64.getUrlDecoder().decode(edge.path("cursor").asText()),
            StandardCharsets.ISO_8859_1);
    assertFalse(edge.at("/node/key").asText().isEmpty());
    assertFalse(content.contains(edge.at("/node/key").asText()), content);
    assertFalse(content.contains(edge.at("/node/birthDate").asText()), content);
  }
}
