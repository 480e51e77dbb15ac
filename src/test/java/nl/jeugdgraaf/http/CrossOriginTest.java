package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser lets pages of other origins ask and read.
class CrossOriginTest {
  private static final String ALLOWED = "https://dashboard.example";

  @RegisterExtension static final TestServer SERVER = new TestServer(Set.of(ALLOWED));
  @RegisterExtension static final TestServer CLOSED = new TestServer();

  private static HttpResponse<String> preflight(TestServer server, String origin, String path)
      throws IOException, InterruptedException {
    return server.send(
        server
            .at(path)
            .method("OPTIONS", BodyPublishers.noBody())
            .headers(
                "origin", origin,
                "access-control-request-method", "POST",
                "access-control-request-headers", "authorization, content-type, purpose"));
  }

  private static List<String> names(HttpHeaders headers) {
    return headers.map().keySet().stream()
        .filter(name -> name.startsWith("access-control-"))
        .toList();
  }

  private static boolean varies(HttpHeaders headers) {
    return headers.allValues("vary").stream()
        .flatMap(value -> Stream.of(value.split(", ")))
        .anyMatch("Origin"::equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/graphql", "/graphql/", "/schema.graphqls", "/health/live", "/health/ready"})
  void aPreflightOfAnAllowedOriginIsAnswered(String path) throws Exception {
    var response = preflight(SERVER, ALLOWED, path);
    assertEquals(204, response.statusCode());
    assertEquals("", response.body());
    var headers = response.headers();
    assertEquals(List.of(ALLOWED), headers.allValues("access-control-allow-origin"));
    assertEquals(
        List.of(path.startsWith("/graphql") ? "GET, HEAD, POST" : "GET, HEAD"),
        headers.allValues("access-control-allow-methods"));
    assertEquals(List.of("*, Authorization"), headers.allValues("access-control-allow-headers"));
    assertEquals(List.of("7200"), headers.allValues("access-control-max-age"));
    assertEquals(List.of(), headers.allValues("access-control-allow-credentials"));
    assertTrue(varies(headers));
  }

  @Test
  void aPageOfAnAllowedOriginReadsAnswersAndErrors() throws Exception {
    var good = SERVER.send(SERVER.asking().header("origin", ALLOWED));
    assertEquals(200, good.statusCode());
    var refused =
        SERVER.send(SERVER.asking().headers("origin", ALLOWED, "authorization", "Bearer x"));
    assertEquals(401, refused.statusCode());
    for (var headers : List.of(good.headers(), refused.headers())) {
      assertEquals(List.of(ALLOWED), headers.allValues("access-control-allow-origin"));
      assertEquals(
          List.of("ETag, Retry-After, WWW-Authenticate"),
          headers.allValues("access-control-expose-headers"));
      assertEquals(List.of("cross-origin"), headers.allValues("cross-origin-resource-policy"));
      assertTrue(varies(headers));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "http://dashboard.example",
        "https://dashboard.example:8443",
        "https://dashboard.example.evil.example",
        "https://DASHBOARD.example",
        "https://dashboard.example/",
        "https://evil.example, https://dashboard.example"
      })
  void anotherOriginReadsNothing(String origin) throws Exception {
    var preflight = preflight(SERVER, origin, "/graphql");
    TestServer.assertProblem(403, Code.FORBIDDEN, preflight);
    assertEquals(List.of(), names(preflight.headers()));
    assertTrue(varies(preflight.headers()));
    var asked = SERVER.send(SERVER.asking().header("origin", origin));
    assertEquals(List.of(), names(asked.headers()));
    assertEquals(List.of("same-origin"), asked.headers().allValues("cross-origin-resource-policy"));
    assertTrue(varies(asked.headers()));
  }

  /// Who holds a page of an allowed origin must not get a token for any role.
  @ParameterizedTest
  @ValueSource(
      strings = {"/demo/token", "/demo/identities", "/", "/page/page.js", "/metrics", "/nothing"})
  void otherPathsAreForNoOtherOrigin(String path) throws Exception {
    TestServer.assertProblem(405, Code.METHOD_NOT_ALLOWED, preflight(SERVER, ALLOWED, path));
    var response = SERVER.send(SERVER.at(path).header("origin", ALLOWED));
    assertEquals(List.of(), names(response.headers()));
    assertEquals(
        List.of("same-origin"), response.headers().allValues("cross-origin-resource-policy"));
  }

  @Test
  void optionsThatAreNoPreflightAreRefused() throws Exception {
    var request = SERVER.at("/graphql").method("OPTIONS", BodyPublishers.noBody());
    TestServer.assertProblem(405, Code.METHOD_NOT_ALLOWED, SERVER.send(request));
    var response = SERVER.send(request.header("origin", ALLOWED));
    TestServer.assertProblem(405, Code.METHOD_NOT_ALLOWED, response);
    assertEquals("GET, HEAD, POST", response.headers().firstValue("allow").orElse(""));
  }

  @Test
  void withoutTheSettingNoOriginReadsAnything() throws Exception {
    TestServer.assertProblem(405, Code.METHOD_NOT_ALLOWED, preflight(CLOSED, ALLOWED, "/graphql"));
    var headers = CLOSED.send(CLOSED.asking().header("origin", ALLOWED)).headers();
    assertEquals(List.of(), names(headers));
    assertTrue(!varies(headers));
  }
}
