package nl.jeugdgraaf.http;

import static nl.jeugdgraaf.http.Eventually.assertEventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths, methods, headers, start and stop of the server, over real sockets.
class ServerTest {

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static HttpResponse<String> get(Server server, String path)
      throws IOException, InterruptedException {
    return SERVER.send(HttpRequest.newBuilder(URI.create(server.address() + path)));
  }

  @Test
  void theServerIsAliveBeforeItIsReady() throws Exception {
    try (var starting = Server.start("127.0.0.1", 0, Limits.DEFAULT, TestServer.demo())) {
      assertEquals(200, get(starting, "/health/live").statusCode());
      assertEquals(503, get(starting, "/health/ready").statusCode());
      var response = get(starting, "/graphql?query=%7Ba%7D");
      TestServer.assertProblem(503, Code.DATABASE_UNAVAILABLE, response);
      assertEquals("5", response.headers().firstValue("retry-after").orElse(""));
    }
  }

  /// A foreign site whose name resolves to this machine must not read anything (DNS rebinding).
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "localhost, 200",
    "[::1], 200",
    "evil.example, 421",
    "127.0.0.1.evil.example, 421"
  })
  void aRequestForAnotherHostIsRefused(String host, int status) throws IOException {
    var response = SERVER.responseFor(host, "/health/live");
    assertTrue(response.startsWith("HTTP/1.1 " + status + " "), response);
  }

  @Test
  void theServerIsReadyAsLongAsTheDatabaseCanBeReached() throws Exception {
    try (var server = new TestServer()) {
      assertEquals("{\"status\":\"UP\"}", server.get("/health/ready").body());
      server.loseDatabase();
      var response = server.get("/health/ready");
      assertEquals(503, response.statusCode());
      assertEquals("{\"status\":\"DOWN\"}", response.body());
    }
  }

  @Test
  void theSchemaCanBeRead() throws Exception {
    var response = SERVER.get("/schema.graphqls?all");
    assertEquals("type Query { a: Int }", response.body());
    assertEquals(
        "text/plain;charset=utf-8", response.headers().firstValue("content-type").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /graphql, 'GET, HEAD, POST'",
    "DELETE, /graphql/, 'GET, HEAD, POST'",
    "OPTIONS, /graphql, 'GET, HEAD, POST'",
    "FETCH, /graphql, 'GET, HEAD, POST'",
    "OPTIONS, /demo/token, POST",
    "POST, /, 'GET, HEAD'",
    "POST, /health/ready, 'GET, HEAD'",
    "DELETE, /graphiql/assets/x.js, 'GET, HEAD'",
  })
  void otherMethodsAreRefused(String method, String path, String allowed) throws Exception {
    var response = SERVER.send(SERVER.at(path).method(method, BodyPublishers.noBody()));
    TestServer.assertProblem(405, Code.METHOD_NOT_ALLOWED, response);
    assertEquals(allowed, response.headers().firstValue("allow").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/graphql//",
        "//graphql",
        "/web/explorer.html",
        "/explorer.html",
        "/graphiql/index.html",
        "/page/../logback.xml",
        "/questions"
      })
  void otherPathsAreNotFound(String path) throws Exception {
    var response = SERVER.get(path);
    var ambiguous = path.contains("//") || path.contains("..");
    TestServer.assertProblem(
        ambiguous && response.statusCode() == 400 ? 400 : 404, Code.BAD_REQUEST, response);
  }

  @Test
  void aSlashAfterThePathOfOperationsIsIgnored() throws Exception {
    assertEquals(200, SERVER.get("/graphql/?query=%7Ba%7D").statusCode());
    var request = SERVER.at("/graphql/").headers("content-type", TestServer.JSON);
    assertEquals(
        "{\"data\":{\"__typename\":\"Query\"}}",
        SERVER.send(request.POST(BodyPublishers.ofString(TestServer.OPERATION))).body());
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/graphiql, 200",
    "/page/page.js, 200",
    "/questions.json, 200",
    "/schema.graphqls, 200",
    "/graphql?query=%7Ba%7D, 200",
    "/graphql, 400",
    "/health/live, 200",
    "/health/ready, 200",
    "/metrics, 200",
    "/nothing, 404"
  })
  void headIsAnsweredAsGetWithoutABody(String path, int status) throws Exception {
    var head = SERVER.send(SERVER.at(path).HEAD());
    assertEquals(status, head.statusCode());
    assertEquals("", head.body());
    for (var name : List.of("content-type", "cache-control", "etag")) {
      assertEquals(
          SERVER.get(path).headers().allValues(name), head.headers().allValues(name), name);
    }
  }

  @Test
  void headTellsThatTheServerIsNotReady() throws Exception {
    try (var starting = Server.start("127.0.0.1", 0, Limits.DEFAULT, TestServer.demo())) {
      var request = HttpRequest.newBuilder(URI.create(starting.address() + "/health/ready"));
      assertEquals(503, SERVER.send(request.HEAD()).statusCode());
    }
  }

  @Test
  void theSchemaOfAServerThatStartsIsNotThere() throws Exception {
    try (var starting = Server.start("127.0.0.1", 0, Limits.DEFAULT, TestServer.demo())) {
      var response = get(starting, "/schema.graphqls");
      TestServer.assertProblem(503, Code.DATABASE_UNAVAILABLE, response);
      assertEquals("5", response.headers().firstValue("retry-after").orElse(""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/graphiql",
        "/graphql?query=%7Ba%7D",
        "/health/live",
        "/nothing",
        "/page/page.js"
      })
  void everyResponseHasSecurityHeaders(String path) throws Exception {
    var headers = SERVER.get(path).headers();
    assertEquals("nosniff", headers.firstValue("x-content-type-options").orElse(""));
    assertEquals("no-referrer", headers.firstValue("referrer-policy").orElse(""));
    var policy = headers.firstValue("content-security-policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'"), policy);
    assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
    assertTrue(headers.firstValue("server").isEmpty());
    assertTrue(headers.firstValue("access-control-allow-origin").isEmpty());
    assertTrue(headers.firstValue("cache-control").isPresent());
  }

  @Test
  void responsesAreNotCached() throws Exception {
    assertEquals(
        "no-store",
        SERVER.post(TestServer.OPERATION).headers().firstValue("cache-control").orElse(""));
  }

  @Test
  void aPortInUseIsReportedInOneLine() {
    var port = SERVER.address().getPort();
    var problem =
        assertThrows(
            ProblemException.class,
            () -> Server.start("127.0.0.1", port, Limits.DEFAULT, TestServer.demo()));
    assertEquals(
        "Port " + port + " on 127.0.0.1 is in use. Stop the other program or set PORT.",
        problem.getMessage());
  }

  @Test
  void aRunningRequestEndsBeforeTheServerStops() throws Exception {
    var running = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var server = new TestServer()) {
      server.answer(_ ->
          out -> {
            running.countDown();
            await(goOn);
            TestServer.text("{\"data\":{}}").writeTo(out);
          });
      var answer = server.sendLater(server.asking());
      running.await();
      var stopping = Thread.ofVirtual().start(server::stopServer);
      // The server waits: it accepts no connections, but has not stopped.
      assertEventually(() -> !canConnect(server));
      assertTrue(stopping.isAlive());
      goOn.countDown();
      assertEquals("{\"data\":{}}", answer.get().body());
      stopping.join();
      assertThrows(IOException.class, () -> server.post(TestServer.OPERATION));
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static boolean canConnect(TestServer server) {
    try (var socket = server.connect()) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
