package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `GET /schema.graphqls` shows each role its own part, says which, and no shared cache keeps it.
class SchemaAsCallerTest {
  @RegisterExtension static final TokenServer SERVER = new TokenServer();

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = SERVER.server().at(path).GET();
    return SERVER.server().send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String token() {
    return "Bearer " + TestIssuer.token(builder -> builder);
  }

  @Test
  void aRoleGetsItsPart() throws Exception {
    var response = get("/schema.graphqls", "authorization", token());
    assertTrue(response.body().startsWith("# What role PROVIDER may see"), response::body);
    assertTrue(response.body().endsWith("type PROVIDER { a: Int }"), response::body);
    assertEquals("private, no-cache", response.headers().firstValue("cache-control").orElse(""));
    var vary = String.join(", ", response.headers().allValues("vary"));
    assertTrue(vary.contains("Authorization, Role"), vary);
  }

  @Test
  void nobodyIsToldWhatIsLeftOut() throws Exception {
    var body = get("/schema.graphqls").body();
    assertTrue(body.startsWith("# What may be seen without a token. Left out"), body);
    assertTrue(body.lines().findFirst().orElse("").contains("?all"), body);
  }

  @Test
  void everythingIsShownWhereItIsAsked() throws Exception {
    assertEquals("type Query { a: Int }", get("/schema.graphqls?all").body());
    assertEquals(
        "type Query { a: Int }", get("/schema.graphqls?all", "authorization", token()).body());
  }

  @Test
  void aForgedTokenIsRefused() throws Exception {
    TestServer.assertProblem(
        401, Code.UNAUTHENTICATED, get("/schema.graphqls", "authorization", "Bearer x"));
  }
}
