package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What the server gives a page that signs people in: the client that it is, leave to ask the
/// issuer, and whom the server takes the sender of a token for.
class SignInPageTest {
  private static final TestIssuer ISSUER = new TestIssuer();

  private static final Authentication BY_ISSUER =
      Authentication.byIssuer(ISSUER.address(), TestIssuer.rules(), TestServer.RULES);

  private static final TestServer SERVER =
      new TestServer(
          BY_ISSUER.withSignIn(
              new SignInClient(
                  URI.create("https://sso.example:8443/realms/jeugd"),
                  "a\"><script>&",
                  "openid profile")));

  @AfterAll
  static void stop() {
    SERVER.close();
    ISSUER.close();
  }

  private static HttpResponse<String> caller(String token)
      throws IOException, InterruptedException {
    return SERVER.send(SERVER.at("/caller").header("authorization", "Bearer " + token));
  }

  private static String policy(String path) throws IOException, InterruptedException {
    return SERVER.get(path).headers().firstValue("content-security-policy").orElse("");
  }

  @Test
  void thePageKnowsItsIssuerAndNoSettingIsMarkup() throws Exception {
    var page = SERVER.get("/").body();
    assertTrue(
        page.contains(
            "data-issuer=\"https://sso.example:8443/realms/jeugd\""
                + " data-client=\"a&quot;>&lt;script>&amp;\" data-scope=\"openid profile\""),
        page);
  }

  @Test
  void onlyThatPageMayAskTheIssuer() throws Exception {
    assertTrue(policy("/").contains("connect-src 'self' https://sso.example:8443;"));
    assertTrue(policy("/graphiql").contains("connect-src 'self';"));
    assertTrue(policy("/health/live").contains("default-src 'none'"));
  }

  @Test
  void theServerSaysWhomItTakesTheSenderFor() throws Exception {
    assertEquals(
        "{\"organisation\":\"99000012\",\"roles\":["
            + "{\"role\":\"PROVIDER\",\"purposes\":[\"CARE\",\"SAFETY\"]}]}",
        caller(TestIssuer.token()).body());
    var several =
        TestIssuer.token(claims ->
            claims
                .claim("role", List.of("school", "other", "provider"))
                .claim("purpose", "SAFETY REGIE"));
    assertEquals(
        "{\"organisation\":\"99000012\",\"roles\":[{\"role\":\"SCHOOL\",\"purposes\":[]},"
            + "{\"role\":\"PROVIDER\",\"purposes\":[\"SAFETY\"]}]}",
        caller(several).body());
  }

  @Test
  void aTokenThatCannotBeUsedIsRefused() throws Exception {
    TestServer.assertProblem(401, Code.UNAUTHENTICATED, SERVER.get("/caller"));
    TestServer.assertProblem(401, Code.UNAUTHENTICATED, caller("none"));
    var other = caller(TestIssuer.token(claims -> claims.claim("role", "other")));
    TestServer.assertProblem(403, Code.FORBIDDEN, other);
  }

  @Test
  void withoutAClientThereIsNothingToAsk() throws Exception {
    try (var server = new TestServer(BY_ISSUER)) {
      assertEquals(404, server.get("/caller").statusCode());
      assertTrue(server.get("/").body().contains("data-client=\"\""));
    }
  }
}
