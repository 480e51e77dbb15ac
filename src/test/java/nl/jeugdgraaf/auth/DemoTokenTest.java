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
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens of demo mode: for whom they are, and that no other site and no other mode gives any.
class DemoTokenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROVIDER =
      "{\"role\":\"PROVIDER\",\"organisation\":\"99000012\",\"purpose\":\"CARE\"}";

  private final TestServer served = new TestServer();

  @AfterEach
  void stop() {
    served.close();
  }

  private HttpRequest.Builder wanting(String body) {
    return served.at("/demo/token").POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> want(String body) throws IOException, InterruptedException {
    return served.send(wanting(body).header("content-type", TestServer.JSON).build());
  }

  private String token(String body) throws IOException, InterruptedException {
    var response = want(body);
    assertEquals(200, response.statusCode(), response::body);
    return JSON.readTree(response.body()).get("token").asText();
  }

  private Caller told(String token) throws IOException, InterruptedException {
    var told = new AtomicReference<>(Caller.NOBODY);
    served.answer(request -> {
      told.set(request.caller());
      return TestServer.text("{\"data\":{}}");
    });
    var response = served.send(served.asking().header("authorization", "Bearer " + token).build());
    assertEquals(200, response.statusCode(), response::body);
    return told.get();
  }

  @Test
  void aTokenIsForWhomItWasAsked() throws Exception {
    assertEquals(
        new Caller("PROVIDER", "99000012", "demo-provider", "CARE", "127.0.0.1"),
        told(token(PROVIDER)));
    assertEquals(
        new Caller("STEWARD", "", "demo-steward", "", "127.0.0.1"),
        told(token("{\"role\":\"STEWARD\"}")));
  }

  @Test
  void aTokenIsForEightHours() throws Exception {
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
          {"role":"PROVIDER"}                             | \\"organisation\\" is missing; role PROVIDER acts for one:
          {"role":"YOUTH","organisation":""}              | \\"organisation\\" is missing; role YOUTH acts for one:
          {"role":"STEWARD","purpose":"CARE"}             | \\"purpose\\" of role STEWARD must be one of QUALITY.
          {"role":"STEWARD","purpose":"quality"}          | \\"purpose\\" of role STEWARD must be one of QUALITY.
          """)
  void aWrongWishIsToldWithWhatIsAllowed(String body, String message) throws Exception {
    var response = want(body);
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
  void whatIsNoWishIsRefused(String body) throws Exception {
    TestServer.assertProblem(400, Code.BAD_REQUEST, want(body));
  }

  @Test
  void anOrganisationIsNotLong() throws Exception {
    var body = "{\"role\":\"YOUTH\",\"organisation\":\"" + "x".repeat(201) + "\"}";
    TestServer.assertProblem(400, Code.BAD_USER_INPUT, want(body));
    TestServer.assertProblem(413, Code.LIMIT_EXCEEDED, want("x".repeat(10_001)));
  }

  /// What a browser sends for a page of another site without asking first.
  @ParameterizedTest
  @CsvSource({"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aPageOfAnotherSiteGetsNone(String type) throws Exception {
    var request =
        wanting(PROVIDER).header("content-type", type).header("origin", "https://evil.example");
    TestServer.assertProblem(415, Code.UNSUPPORTED_MEDIA_TYPE, served.send(request.build()));
    TestServer.assertProblem(
        415, Code.UNSUPPORTED_MEDIA_TYPE, served.send(wanting(PROVIDER).build()));
  }

  @Test
  void aPageOfAnotherSiteThatAsksFirstIsNotAllowed() throws Exception {
    var request =
        served
            .at("/demo/token")
            .header("origin", "https://evil.example")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type")
            .method("OPTIONS", BodyPublishers.noBody());
    var response = served.send(request.build());
    assertEquals(405, response.statusCode());
    assertTrue(response.headers().firstValue("access-control-allow-origin").isEmpty());
  }

  @Test
  void aNameOfAnotherSiteThatLeadsHereGetsNone() throws Exception {
    assertTrue(served.answerTo("evil.example", "/demo/identities").startsWith("HTTP/1.1 421 "));
    assertTrue(served.answerTo("localhost", "/demo/identities").startsWith("HTTP/1.1 200 "));
  }

  @Test
  void itIsPostedAndNotGot() throws Exception {
    var response = served.send(served.at("/demo/token").build());
    TestServer.assertProblem(405, Code.METHOD_NOT_ALLOWED, response);
    assertEquals("POST", response.headers().firstValue("allow").orElse(""));
  }

  @Test
  void aTokenOfAnotherProcessIsNotAccepted() throws Exception {
    try (var other = new TestServer()) {
      var request = other.asking().header("authorization", "Bearer " + token(PROVIDER)).build();
      TestServer.assertProblem(401, Code.UNAUTHENTICATED, other.send(request));
    }
  }

  @Test
  void everyRoleHasAnIdentityThatGetsAToken() throws Exception {
    var roles = new HashSet<String>();
    for (JsonNode identity :
        JSON.readTree(served.send(served.at("/demo/identities").build()).body())) {
      assertTrue(identity.get("label").isTextual());
      token(identity.toString());
      roles.add(identity.get("role").asText());
    }
    assertEquals(ApiSchema.builtIn().access().roles().keySet(), roles);
  }

  @Test
  void outsideDemoModeThereIsNone() throws Exception {
    var nowhere = URI.create("http://127.0.0.1:1/");
    try (var strict =
        new TestServer(
            Authentication.byTokens(nowhere, Issuer.rules(), ApiSchema.builtIn().access()))) {
      for (var path : Map.of("/demo/token", PROVIDER, "/demo/identities", "").entrySet()) {
        var request = strict.at(path.getKey()).header("content-type", TestServer.JSON);
        if (!path.getValue().isEmpty()) {
          request.POST(BodyPublishers.ofString(path.getValue()));
        }
        assertEquals(404, strict.send(request.build()).statusCode(), path.getKey());
      }
      assertTrue(strict.send(strict.at("/").build()).body().contains("data-demo=\"false\""));
      // The name is that of a proxy; a page of another site has no token to send.
      assertTrue(strict.answerTo("care.example", "/health/live").startsWith("HTTP/1.1 200 "));
    }
  }
}
