package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditLog;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Each way to be refused over HTTP leaves a record of who and why, and of nothing that was asked.
/// Nothing of this reads the database, so there is none.
class RefusedRequestsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();

  /// What no record may hold.
  private static final String SECRET = "Jansen";

  private static final String HIDDEN =
      "{\"query\":\"query Ask { youths(where: {pseudonym: {eq: \\\"%s\\\"}}) { name } }\"}"
          .formatted(SECRET);

  @RegisterExtension static final TokenServer SERVER = new TokenServer();

  @TempDir private Path directory;
  private AuditLog log;
  private Bolt bolt;

  @BeforeEach
  void open() {
    log = AuditLog.open(directory, AuditKeys.of(new byte[32]), "test");
    bolt = Bolt.open(new Address(URI.create("bolt://localhost:1"), "", "", ""));
    var protection =
        new Protection(new Policy(SCHEMA.access(), false)::of, log, TestDatabase.CURSORS);
    var engine = new Engine(Planner.of(SCHEMA), bolt, protection, Limits.DEFAULT);
    SERVER.server().answer(request -> out -> engine.answer(request, out));
    SERVER.server().refuse(engine::refused);
  }

  @AfterEach
  void close() {
    log.close();
    bolt.close();
  }

  private int send(String token, String purpose, String body)
      throws IOException, InterruptedException {
    var request = SERVER.server().asking().POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    if (!purpose.isEmpty()) {
      request.header("purpose", purpose);
    }
    return SERVER.server().send(request).statusCode();
  }

  private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return TestIssuer.token(change);
  }

  private List<JsonNode> records() throws IOException {
    var records = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(directory.resolve("audit.jsonl"))) {
      assertFalse(line.contains(SECRET), line);
      records.add(JSON.readTree(line));
    }
    return records;
  }

  /// Checks that the only record tells this of role, organisation, user, purpose and reason.
  private void assertRecorded(String expected) throws IOException {
    var records = records();
    assertEquals(1, records.size());
    var record = records.getFirst();
    var found = new ArrayList<String>();
    for (var field : List.of("role", "organisation", "user", "purpose", "reason", "operation")) {
      found.add(record.path(field).asText());
    }
    assertEquals(expected, String.join("|", found));
    assertEquals("REFUSED", record.path("outcome").asText());
    assertEquals("127.0.0.1", record.path("address").asText());
    assertEquals(0, record.path("subjects").size() + record.path("fields").size());
    assertEquals(0, record.path("others").asInt());
  }

  @Test
  void aTokenThatIsNotAccepted() throws Exception {
    var forged = TestIssuer.signed(TestIssuer.rs256(), TestIssuer.rsa("x"), TestIssuer.claims());
    assertEquals(401, send(forged, SECRET, HIDDEN));
    assertEquals(401, send(SECRET, "", HIDDEN));
    assertRecorded("||||UNAUTHENTICATED|");
  }

  @Test
  void aTokenWithUnusableClaims() throws Exception {
    assertEquals(403, send(token(it -> it.claim("role", SECRET)), SECRET, HIDDEN));
    assertRecorded("|99000012|nurse-7||FORBIDDEN|");
  }

  @Test
  void severalRolesWithoutAChoice() throws Exception {
    var roles = List.of("SCHOOL", "PROVIDER");
    assertEquals(403, send(token(it -> it.claim("role", roles)), "CARE", HIDDEN));
    assertRecorded("|99000012|nurse-7|CARE|FORBIDDEN|");
  }

  @Test
  void aPurposeThatTheTokenDoesNotAllow() throws Exception {
    assertEquals(403, send(token(it -> it.claim("purpose", "CARE")), "REGIE", HIDDEN));
    assertRecorded("PROVIDER|99000012|nurse-7|REGIE|FORBIDDEN|");
  }

  @Test
  void aPurposeThatTheTokenDoesNotAllowAndThatIsNone() throws Exception {
    assertEquals(403, send(token(it -> it.claim("purpose", "CARE")), SECRET, HIDDEN));
    assertRecorded("PROVIDER|99000012|nurse-7||FORBIDDEN|");
  }

  @Test
  void aPurposeThatTheRoleDoesNotHave() throws Exception {
    assertEquals(400, send(TestIssuer.token(), "QUALITY", HIDDEN));
    assertRecorded("PROVIDER|99000012|nurse-7|QUALITY|FORBIDDEN|");
  }

  @Test
  void aPurposeThatIsNone() throws Exception {
    assertEquals(400, send(TestIssuer.token(), SECRET, HIDDEN));
    assertRecorded("PROVIDER|99000012|nurse-7||FORBIDDEN|");
  }

  @Test
  void aFieldThatTheRoleDoesNotSee() throws Exception {
    var named = HIDDEN.replaceFirst("}$", ",\"operationName\":\"Ask\"}");
    var token = token(it -> it.claim("role", "SCHOOL"));
    assertEquals(400, send(token, "EDUCATION", named));
    assertRecorded("SCHOOL|99000012|nurse-7|EDUCATION|FORBIDDEN|Ask");
  }

  @Test
  void aFieldWithoutAPurposeOrAToken() throws Exception {
    assertEquals(400, send("", "", HIDDEN));
    assertRecorded("||||FORBIDDEN|");
  }

  @Test
  void whatIsNoNameOfAnOperation() throws Exception {
    var named = HIDDEN.replaceFirst("}$", ",\"operationName\":\"Jan " + SECRET + "\"}");
    assertEquals(400, send(TestIssuer.token(), "QUALITY", named));
    assertRecorded("PROVIDER|99000012|nurse-7|QUALITY|FORBIDDEN|");
  }

  @Test
  void manyAreOneRecordUntilTheHourEnds() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertEquals(400, send(TestIssuer.token(), SECRET, HIDDEN));
      assertEquals(401, send(SECRET, "", HIDDEN));
    }
    assertEquals(2, records().size());
    log.close();
    var records = records();
    assertEquals(4, records.size());
    assertEquals(98, records.stream().mapToInt(record -> record.path("others").asInt()).sum());
  }

  /// A refusal stays what it is if it cannot be recorded.
  @Test
  void theAnswerIsTheSameWithoutALog() throws Exception {
    log.close();
    assertEquals(400, send(TestIssuer.token(), SECRET, HIDDEN));
    assertEquals(401, send(SECRET, "", HIDDEN));
  }
}
