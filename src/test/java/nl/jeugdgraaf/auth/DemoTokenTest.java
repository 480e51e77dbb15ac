package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tokens of demo mode: whom they identify, and that neither other sites nor other modes get
/// any.
class DemoTokenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROVIDER =
      "{\"role\":\"PROVIDER\",\"organisation\":\"99000012\",\"purpose\":\"CARE\"}";

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static HttpRequest.Builder requestFor(String body) {
    return SERVER.at("/demo/token").POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return SERVER.send(requestFor(body).header("content-type", TestServer.JSON));
  }

  private static String token(String body) throws IOException, InterruptedException {
    var response = post(body);
    assertEquals(200, response.statusCode(), response::body);
    return JSON.readTree(response.body()).get("token").asText();
  }

  private static Caller caller(String token) throws IOException, InterruptedException {
    var caller = new AtomicReference<>(Caller.NOBODY);
    SERVER.answer(request -> {
      caller.set(request.caller());
      return TestServer.text("{\"data\":{}}");
    });
    var response = SERVER.send(SERVER.asking().header("authorization", "Bearer " + token));
    assertEquals(200, response.statusCode(), response::body);
    return caller.get();
  }

  @Test
  void aTokenIdentifiesTheCallerThatWasAskedFor() throws Exception {
    assertEquals(
        new Caller("PROVIDER", "99000012", "demo-provider", "CARE", "127.0.0.1"),
        caller(token(PROVIDER)));
    assertEquals(
        new Caller("STEWARD", "", "demo-steward", "", "127.0.0.1"),
        caller(token("{\"role\":\"STEWARD\"}")));
  }

  @Test
  void aTokenIsValidForEightHours() throws Exception {
    var claims = SignedJWT.parse(token(PROVIDER)).getJWTClaimsSet();
    var left = Duration.between(Instant.now(), claims.getExpirationTime().toInstant());
    assertTrue(left.toMinutes() >= 478 && left.toMinutes() <= 480, left::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                              | \\"role\\" must be one of MUNICIPALITY, LOCAL_TEAM,
          {"role":"ADMIN"}                                | \\"role\\" must be one of MUNICIPALITY, LOCAL_TEAM,
          {"role":"PROVIDER"}                             | \\"organisation\\" is missing. Role PROVIDER acts for one:
          {"role":"YOUTH","organisation":""}              | \\"organisation\\" is missing. Role YOUTH acts for one:
          {"role":"STEWARD","purpose":"CARE"}             | \\"purpose\\" for role STEWARD must be one of QUALITY.
          {"role":"STEWARD","purpose":"quality"}          | \\"purpose\\" for role STEWARD must be one of QUALITY.
          """)
  void aWrongChoiceIsRefusedWithTheAllowedOnes(String body, String message) throws Exception {
    var response = post(body);
    TestServer.assertProblem(400, Code.BAD_USER_INPUT, response);
    assertTrue(response.body().contains(message), response::body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]",
        "\"STEWARD\"",
        "{",
        "{\"role\":7}",
        "{\"role\":\"STEWARD\",\"role\":\"YOUTH\"}"
      })
  void aBodyThatIsNotAnObjectIsRefused(String body) throws Exception {
    TestServer.assertProblem(400, Code.BAD_REQUEST, post(body));
  }

  @Test
  void aLongOrganisationIsRefused() throws Exception {
    var body = "{\"role\":\"YOUTH\",\"organisation\":\"" + "x".repeat(201) + "\"}";
    TestServer.assertProblem(400, Code.BAD_USER_INPUT, post(body));
    TestServer.assertProblem(413, Code.LIMIT_EXCEEDED, post("x".repeat(10_001)));
  }

  /// The types that a browser sends to another site without asking that site first.
  @ParameterizedTest
  @CsvSource({"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aPageOfAnotherSiteGetsNoToken(String type) throws Exception {
    var request =
        requestFor(PROVIDER).header("content-type", type).header("origin", "https://evil.example");
    TestServer.assertProblem(415, Code.UNSUPPORTED_MEDIA_TYPE, SERVER.send(request));
    TestServer.assertProblem(415, Code.UNSUPPORTED_MEDIA_TYPE, SERVER.send(requestFor(PROVIDER)));
  }

  @Test
  void aPageOfAnotherSiteGetsNoPermission() throws Exception {
    var request =
        SERVER
            .at("/demo/token")
            .header("origin", "https://evil.example")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type")
            .method("OPTIONS", BodyPublishers.noBody());
    var response = SERVER.send(request);
    assertEquals(405, response.statusCode());
    assertTrue(response.headers().firstValue("access-control-allow-origin").isEmpty());
  }

  @Test
  void aSiteWhoseNameResolvesToThisMachineIsRefused() throws Exception {
    assertTrue(SERVER.responseFor("evil.example", "/demo/identities").startsWith("HTTP/1.1 421 "));
    assertTrue(SERVER.responseFor("localhost", "/demo/identities").startsWith("HTTP/1.1 200 "));
  }

  @Test
  void onlyPostIsAllowed() throws Exception {
    var response = SERVER.get("/demo/token");
    TestServer.assertProblem(405, Code.METHOD_NOT_ALLOWED, response);
    assertEquals("POST", response.headers().firstValue("allow").orElse(""));
  }

  @Test
  void aTokenOfAnotherProcessIsNotAccepted() throws Exception {
    try (var other = new TestServer()) {
      var request = other.asking().header("authorization", "Bearer " + token(PROVIDER));
      TestServer.assertProblem(401, Code.UNAUTHENTICATED, other.send(request));
    }
  }

  @Test
  void everyRoleHasAnIdentityThatGetsAToken() throws Exception {
    var roles = new HashSet<String>();
    for (JsonNode identity : JSON.readTree(SERVER.get("/demo/identities").body())) {
      assertTrue(identity.get("label").isTextual());
      token(identity.toString());
      roles.add(identity.get("role").asText());
    }
    assertEquals(TestServer.RULES.roles().keySet(), roles);
  }

  @Test
  void otherModesHaveNoDemoTokens() throws Exception {
    var nowhere = URI.create("http://127.0.0.1:1/");
    try (var strict =
        new TestServer(Authentication.byIssuer(nowhere, TestIssuer.rules(), TestServer.RULES))) {
      for (var path : Map.of("/demo/token", PROVIDER, "/demo/identities", "").entrySet()) {
        var request = strict.at(path.getKey()).header("content-type", TestServer.JSON);
        if (!path.getValue().isEmpty()) {
          request.POST(BodyPublishers.ofString(path.getValue()));
        }
        assertEquals(404, strict.send(request).statusCode(), path.getKey());
      }
      assertTrue(strict.get("/").body().contains("data-demo=\"false\""));
      // The host may be that of a proxy. A page of another site has no token to send.
      assertTrue(strict.responseFor("care.example", "/health/live").startsWith("HTTP/1.1 200 "));
    }
  }
}
