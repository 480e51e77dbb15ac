package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A server that trusts a test issuer, for all tests of a class. It records the caller of each
/// operation that runs.
final class TokenServer implements BeforeEachCallback, AfterAllCallback {
  private final TestIssuer issuer = new TestIssuer();
  private final TestServer server =
      new TestServer(
          Authentication.byIssuer(issuer.address(), TestIssuer.rules(), TestServer.RULES));
  private final List<Caller> callers = new CopyOnWriteArrayList<>();

  TestServer server() {
    return server;
  }

  /// The callers of all operations that ran in this test, in their order.
  List<Caller> callers() {
    return List.copyOf(callers);
  }

  /// Sends an operation with one header `Authorization` for each value.
  HttpResponse<String> send(String... authorization) throws IOException, InterruptedException {
    var request = server.asking();
    for (var value : authorization) {
      request.header("authorization", value);
    }
    return server.send(request);
  }

  /// Checks that nothing ran, and that the client learns only that its token is not accepted.
  void assertNotAccepted(HttpResponse<String> response, String sent) {
    assertEquals(List.of(), callers);
    TestServer.assertProblem(401, Code.UNAUTHENTICATED, response);
    assertEquals(
        List.of(
            "Bearer error=\"invalid_token\", error_description=\""
                + HttpProblem.NOT_ACCEPTED
                + "\""),
        response.headers().allValues("www-authenticate"));
    assertTrue(sent.length() < 10 || !response.body().contains(sent), response::body);
    assertEquals("no-store", response.headers().firstValue("cache-control").orElse(""));
    assertEquals(
        List.of("Accept-Encoding", "Accept, Authorization, Role, Purpose"),
        response.headers().allValues("vary"));
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    callers.clear();
    server.answer(request -> {
      callers.add(request.caller());
      return TestServer.text("{\"data\":{}}");
    });
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    server.close();
    issuer.close();
  }
}
