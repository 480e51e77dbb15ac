package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who the engine is told that asks: attacks A28 (claims without a signature) and A34 (the
/// purpose).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerTest {
  private static final Caller NOT_ASKED = new Caller("not asked", "", "", "", "");

  private static final String HERE = "127.0.0.1";
  private static final Caller NOBODY = new Caller("", "", "", "", HERE);

  private final Issuer issuer = new Issuer();
  private final TestServer served =
      new TestServer(
          Authentication.byTokens(issuer.address(), Issuer.rules(), ApiSchema.builtIn().access()));
  private final AtomicReference<Caller> told = new AtomicReference<>(NOT_ASKED);

  CallerTest() throws IOException {}

  @BeforeAll
  void start() {
    served.answer(request -> {
      told.set(request.caller());
      return TestServer.text("{\"data\":{}}");
    });
  }

  @BeforeEach
  void forget() {
    told.set(NOT_ASKED);
  }

  @AfterAll
  void stop() {
    served.close();
    issuer.close();
  }

  private HttpResponse<String> ask(Map<String, ?> claims, String... headers)
      throws IOException, InterruptedException {
    var token =
        Issuer.token(builder -> {
          claims.forEach(builder::claim);
          return builder;
        });
    var request = served.asking().header("authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return served.send(request.build());
  }

  private void assertTold(Caller expected, HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    assertEquals(expected, told.get());
  }

  private void assertForbidden(HttpResponse<String> response, String message) {
    TestServer.assertProblem(403, Code.FORBIDDEN, response);
    assertTrue(response.body().contains(message), response::body);
    assertEquals(NOT_ASKED, told.get());
  }

  private static Caller provider(String purpose) {
    return new Caller("PROVIDER", "99000012", "nurse-7", purpose, HERE);
  }

  @Test
  void claimsOfTheTokenSayWhoAsks() throws Exception {
    assertTold(provider(""), ask(Map.of()));
  }

  @Test
  void withoutATokenItIsNobody() throws Exception {
    assertTold(NOBODY, served.post(TestServer.ASK));
    assertTold(
        new Caller("", "", "", "CARE", HERE),
        served.send(served.asking().header("Purpose", "CARE").build()));
  }

  /// A28
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
        "role",
        "x-forwarded-user",
        "x-forwarded-for",
        "forwarded",
        "x-hasura-role",
        "proxy-authorization",
        "cookie",
        "x-purpose"
      })
  void aHeaderWithoutASignatureCountsForNothing(String header) throws Exception {
    var claims = "{\"sub\":\"admin\",\"role\":\"STEWARD\",\"purpose\":\"QUALITY\"}";
    assertTold(NOBODY, served.send(served.asking().header(header, claims).build()));
    assertTold(provider(""), ask(Map.of(), header, claims));
  }

  /// A28
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"extensions\":{\"jwt\":{\"role\":\"STEWARD\"},\"claims\":{\"role\":\"STEWARD\"}}",
        "\"extensions\":{\"authorization\":\"Bearer x\",\"headers\":{\"Purpose\":\"QUALITY\"}}",
        "\"variables\":{\"jwt\":{\"role\":\"STEWARD\"},\"purpose\":\"QUALITY\"}",
        "\"jwt\":{\"role\":\"STEWARD\"},\"caller\":{\"role\":\"STEWARD\"}",
        "\"access_token\":\"x\",\"purpose\":\"QUALITY\",\"context\":{\"role\":\"STEWARD\"}"
      })
  void aBodyCountsForNothing(String more) throws Exception {
    assertTold(NOBODY, served.post("{\"query\":\"{ __typename }\"," + more + "}"));
  }

  /// A28
  @Test
  void theParametersOfAnAddressCountForNothing() throws Exception {
    var query =
        "?query=%7B__typename%7D&role=STEWARD&purpose=QUALITY&access_token="
            + Issuer.token(claims -> claims)
            + "&extensions="
            + TestServer.encode("{\"jwt\":{\"role\":\"STEWARD\"}}");
    assertTold(NOBODY, served.send(served.at("/graphql" + query).build()));
  }

  @Test
  void aFormIsNotRead() throws Exception {
    var request =
        served
            .at("/graphql")
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("query=%7B__typename%7D&access_token=x"))
            .build();
    assertEquals(415, served.send(request).statusCode());
    assertEquals(NOT_ASKED, told.get());
  }

  @Test
  void aListOfRolesMayHoldOneThatIsKnown() throws Exception {
    assertTold(provider(""), ask(Map.of("role", List.of("offline_access", "PROVIDER", 7))));
    assertTold(provider(""), ask(Map.of("role", List.of("PROVIDER", "PROVIDER"))));
  }

  @Test
  void severalRolesAreRefused() throws Exception {
    assertForbidden(
        ask(Map.of("role", List.of("PROVIDER", "x", "STEWARD"))),
        "The token has several roles (PROVIDER, STEWARD), and an operation is asked in one;");
  }

  @Test
  void aTokenWithoutAKnownRoleIsRefused() throws Exception {
    for (var role : List.of("admin", "provider", "PROVIDER STEWARD", "", List.of(), 7, Map.of())) {
      assertForbidden(ask(Map.of("role", role)), "The token has no role that is known here;");
    }
  }

  @Test
  void anOrganisationIsText() throws Exception {
    assertForbidden(
        ask(Map.of("organisation", 99000012)),
        "The claim organisation of the token must be a string");
    assertForbidden(
        ask(Map.of("organisation", List.of("99000012", "99000007"))), "must be a string");
  }

  /// A34
  @Test
  void thePurposeIsStatedByTheHeader() throws Exception {
    assertTold(provider("CARE"), ask(Map.of(), "Purpose", "CARE"));
    assertTold(provider("CARE"), ask(Map.of(), "purpose", " CARE "));
    assertTold(provider("no such purpose"), ask(Map.of(), "Purpose", "no such purpose"));
  }

  /// A34
  @Test
  void thePurposeOfTheTokenHoldsWhereItNamesOne() throws Exception {
    assertTold(provider("CARE"), ask(Map.of("purpose", "CARE")));
    assertTold(provider("CARE"), ask(Map.of("purpose", List.of("CARE"))));
    assertTold(provider(""), ask(Map.of("purpose", "CARE SAFETY")));
    assertTold(provider(""), ask(Map.of("purpose", List.of("CARE", "SAFETY"))));
    assertTold(provider("SAFETY"), ask(Map.of("purpose", "CARE SAFETY"), "Purpose", "SAFETY"));
    assertTold(
        provider("SAFETY"), ask(Map.of("purpose", List.of("CARE", "SAFETY")), "Purpose", "SAFETY"));
  }

  /// A34
  @Test
  void aPurposeThatTheTokenIsNotForIsRefused() throws Exception {
    for (var purpose : List.of("CARE", "CARE REGIE", List.of("CARE"), List.of(), "", 7)) {
      assertForbidden(
          ask(Map.of("purpose", purpose), "Purpose", "SAFETY"),
          "The token is not for the purpose in the header Purpose;");
    }
  }

  /// A34
  @Test
  void onePurposeIsStated() throws Exception {
    TestServer.assertProblem(
        400, Code.BAD_REQUEST, ask(Map.of(), "Purpose", "CARE", "Purpose", "SAFETY"));
    assertEquals(NOT_ASKED, told.get());
  }
}
