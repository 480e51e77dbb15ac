package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who the engine takes the caller to be. Only a signed token says who it is, and only the header
/// `Purpose` or the token says what the data is for; an attacker can write anything anywhere else.
class CallerTest {
  private static final String ADDRESS = "127.0.0.1";
  private static final Caller ANONYMOUS = new Caller("", "", "", "", ADDRESS);

  @RegisterExtension static final TokenServer SERVER = new TokenServer();

  private static HttpResponse<String> send(Map<String, ?> claims, String... headers)
      throws IOException, InterruptedException {
    var token =
        TestIssuer.token(builder -> {
          claims.forEach(builder::claim);
          return builder;
        });
    var request = SERVER.server().asking().header("authorization", "Bearer " + token);
    return SERVER.server().send(headers.length == 0 ? request : request.headers(headers));
  }

  private static void assertCaller(Caller expected, HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    assertEquals(expected, SERVER.callers().getLast());
  }

  private static void assertForbidden(HttpResponse<String> response, String message) {
    TestServer.assertProblem(403, Code.FORBIDDEN, response);
    assertTrue(response.body().contains(message), response::body);
    assertEquals(List.of(), SERVER.callers());
  }

  private static Caller provider(String purpose) {
    return new Caller("PROVIDER", "99000012", "nurse-7", purpose, ADDRESS);
  }

  @Test
  void theClaimsOfTheTokenIdentifyTheCaller() throws Exception {
    assertCaller(provider(""), send(Map.of()));
  }

  @Test
  void aRequestWithoutATokenIsAnonymous() throws Exception {
    assertCaller(ANONYMOUS, SERVER.server().post(TestServer.OPERATION));
    assertCaller(
        new Caller("", "", "", "CARE", ADDRESS),
        SERVER.server().send(SERVER.server().asking().header("Purpose", "CARE")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-user-id",
        "x-role",
        "x-organisation",
        "jwt",
        "claims",
        "token",
        "x-jwt",
        "x-forwarded-user",
        "x-forwarded-for",
        "forwarded",
        "x-hasura-role",
        "proxy-authorization",
        "cookie",
        "x-purpose"
      })
  void otherHeadersAreIgnored(String header) throws Exception {
    var claims = "{\"sub\":\"admin\",\"role\":\"STEWARD\",\"purpose\":\"QUALITY\"}";
    assertCaller(ANONYMOUS, SERVER.server().send(SERVER.server().asking().header(header, claims)));
    assertCaller(provider(""), send(Map.of(), header, claims));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"extensions\":{\"jwt\":{\"role\":\"STEWARD\"},\"claims\":{\"role\":\"STEWARD\"}}",
        "\"extensions\":{\"authorization\":\"Bearer x\",\"headers\":{\"Purpose\":\"QUALITY\"}}",
        "\"variables\":{\"jwt\":{\"role\":\"STEWARD\"},\"purpose\":\"QUALITY\"}",
        "\"jwt\":{\"role\":\"STEWARD\"},\"caller\":{\"role\":\"STEWARD\"}",
        "\"access_token\":\"x\",\"purpose\":\"QUALITY\",\"context\":{\"role\":\"STEWARD\"}"
      })
  void theBodyIsIgnored(String more) throws Exception {
    assertCaller(ANONYMOUS, SERVER.server().post("{\"query\":\"{ __typename }\"," + more + "}"));
  }

  @Test
  void theParametersOfTheUrlAreIgnored() throws Exception {
    var query =
        "?query=%7B__typename%7D&role=STEWARD&purpose=QUALITY&access_token="
            + TestIssuer.token()
            + "&extensions="
            + TestServer.encode("{\"jwt\":{\"role\":\"STEWARD\"}}");
    assertCaller(ANONYMOUS, SERVER.server().send(SERVER.server().at("/graphql" + query)));
  }

  @Test
  void aFormIsRefused() throws Exception {
    var request =
        SERVER
            .server()
            .posting("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("query=%7B__typename%7D&access_token=x"));
    assertEquals(415, SERVER.server().send(request).statusCode());
    assertEquals(List.of(), SERVER.callers());
  }

  @Test
  void unknownRolesInAListAreIgnored() throws Exception {
    assertCaller(provider(""), send(Map.of("role", List.of("offline_access", "PROVIDER", 7))));
    assertCaller(provider(""), send(Map.of("role", List.of("PROVIDER", "PROVIDER"))));
  }

  @Test
  void theHeaderChoosesOneOfSeveralRoles() throws Exception {
    var several = Map.of("role", List.of("PROVIDER", "x", "SCHOOL"));
    assertForbidden(
        send(several),
        "The token has several roles. Choose one with the header Role: PROVIDER, SCHOOL.");
    assertCaller(provider(""), send(several, "Role", "PROVIDER"));
    assertCaller(
        new Caller("SCHOOL", "99000012", "nurse-7", "EDUCATION", ADDRESS),
        send(several, "role", " school ", "Purpose", "EDUCATION"));
    assertCaller(provider(""), send(several, "Role", "PROVIDER"));
  }

  @Test
  void theHeaderGivesNoRoleThatTheTokenDoesNotHave() throws Exception {
    var message = "The token does not have the role in the header Role. Send one of PROVIDER.";
    assertForbidden(send(Map.of(), "Role", "STEWARD"), message);
    assertForbidden(send(Map.of("role", List.of("PROVIDER", "x")), "Role", "x"), message);
    assertCaller(provider(""), send(Map.of(), "Role", "PROVIDER"));
  }

  @Test
  void theHeaderGivesNoRoleWithoutAToken() throws Exception {
    assertCaller(
        ANONYMOUS, SERVER.server().send(SERVER.server().asking().header("Role", "STEWARD")));
  }

  @Test
  void theKeysOfAnObjectAreRoles() throws Exception {
    assertCaller(provider(""), send(Map.of("role", Map.of("PROVIDER", Map.of("1", "a.example")))));
  }

  @Test
  void rolesMayBeInAnyLetterCase() throws Exception {
    assertCaller(provider(""), send(Map.of("role", "provider")));
    assertCaller(provider(""), send(Map.of("role", List.of("Provider", "PROVIDER"))));
  }

  @Test
  void aTokenWithoutAKnownRoleIsRefused() throws Exception {
    for (var role : List.of("admin", "PROVIDER STEWARD", "", List.of(), 7, Map.of())) {
      assertForbidden(send(Map.of("role", role)), "The token has no role that this server knows.");
    }
  }

  @Test
  void anOrganisationThatIsNotAStringIsRefused() throws Exception {
    assertForbidden(
        send(Map.of("organisation", 99000012)),
        "The claim organisation of the token must be a string");
    assertForbidden(
        send(Map.of("organisation", List.of("99000012", "99000007"))), "must be a string");
    assertCaller(provider(""), send(Map.of("organisation", List.of("99000012"))));
  }

  /// A claim that is null, or a list of nothing, allows no purpose: the header must not choose one.
  @Test
  void aPurposeThatIsNullAllowsNone() throws Exception {
    var claims = TestIssuer.claims().build().toString();
    var token =
        TestIssuer.signed(
            TestIssuer.rs256(), TestIssuer.RSA, claims.replaceFirst("}$", ",\"purpose\":null}"));
    var request = SERVER.server().asking().header("authorization", "Bearer " + token);
    assertCaller(provider(""), SERVER.server().send(request));
    assertEquals(403, SERVER.server().send(request.header("purpose", "CARE")).statusCode());
  }

  @Test
  void theHeaderStatesThePurpose() throws Exception {
    assertCaller(provider("CARE"), send(Map.of(), "Purpose", "CARE"));
    assertCaller(provider("CARE"), send(Map.of(), "purpose", " CARE "));
    assertCaller(provider("no such purpose"), send(Map.of(), "Purpose", "no such purpose"));
  }

  @Test
  void theTokenLimitsThePurposes() throws Exception {
    assertCaller(provider("CARE"), send(Map.of("purpose", "CARE")));
    assertCaller(provider("CARE"), send(Map.of("purpose", List.of("CARE"))));
    assertCaller(provider(""), send(Map.of("purpose", "CARE SAFETY")));
    assertCaller(provider(""), send(Map.of("purpose", List.of("CARE", "SAFETY"))));
    assertCaller(provider("SAFETY"), send(Map.of("purpose", "CARE SAFETY"), "Purpose", "SAFETY"));
    assertCaller(
        provider("SAFETY"),
        send(Map.of("purpose", List.of("CARE", "SAFETY")), "Purpose", "SAFETY"));
  }

  @Test
  void aPurposeThatTheTokenDoesNotAllowIsRefused() throws Exception {
    for (var purpose : List.of("CARE", "CARE REGIE", List.of("CARE"), List.of(), "", 7)) {
      assertForbidden(
          send(Map.of("purpose", purpose), "Purpose", "SAFETY"),
          "The token does not allow the purpose in the header Purpose.");
    }
  }

  @Test
  void aHeaderMustNotOccurTwice() throws Exception {
    TestServer.assertProblem(
        400, Code.BAD_REQUEST, send(Map.of(), "Purpose", "CARE", "Purpose", "SAFETY"));
    TestServer.assertProblem(
        400, Code.BAD_REQUEST, send(Map.of(), "Role", "PROVIDER", "Role", "PROVIDER"));
    assertEquals(List.of(), SERVER.callers());
  }
}
