package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What HTTP itself promises, over real sockets; the answers are written by the tests.
class ServerTest {
  private static final String JSON = TestServer.JSON;
  private static final String ASK = TestServer.ASK;

  private final TestServer served = new TestServer();

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void theServerIsAliveBeforeItIsReady() throws Exception {
    try (var starting = Server.start("127.0.0.1", 0, Limits.DEFAULT, TestServer.demo())) {
      var at = starting.address();
      assertEquals(
          200,
          served
              .send(HttpRequest.newBuilder(URI.create(at + "/health/live")).build())
              .statusCode());
      assertEquals(
          503,
          served
              .send(HttpRequest.newBuilder(URI.create(at + "/health/ready")).build())
              .statusCode());
      var answer =
          served.send(HttpRequest.newBuilder(URI.create(at + "/graphql?query=%7Ba%7D")).build());
      TestServer.assertProblem(503, Code.DATABASE_UNAVAILABLE, answer);
    }
  }

  /// A foreign site whose name leads to this machine must not read what is here (DNS rebinding).
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "localhost, 200",
    "[::1], 200",
    "evil.example, 421",
    "127.0.0.1.evil.example, 421"
  })
  void aRequestForAnotherNameIsRefused(String host, int status) throws IOException {
    var response = served.answerTo(host, "/health/live");
    assertTrue(response.startsWith("HTTP/1.1 " + status + " "), response);
  }

  @Test
  void theServerIsReadyWhileTheDatabaseAnswers() throws Exception {
    assertEquals("{\"status\":\"UP\"}", served.send(served.at("/health/ready").build()).body());
    served.loseDatabase();
    var response = served.send(served.at("/health/ready").build());
    assertEquals(503, response.statusCode());
    assertEquals("{\"status\":\"DOWN\"}", response.body());
  }

  @Test
  void theSchemaCanBeRead() throws Exception {
    var response = served.send(served.at("/schema.graphqls").build());
    assertEquals("type Query { a: Int }", response.body());
    assertEquals(
        "text/plain;charset=utf-8", response.headers().firstValue("content-type").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /graphql, 'GET, POST'",
    "DELETE, /graphql, 'GET, POST'",
    "OPTIONS, /graphql, 'GET, POST'",
    "HEAD, /graphql, 'GET, POST'",
    "FETCH, /graphql, 'GET, POST'",
    "POST, /, 'GET, HEAD'",
    "POST, /health/ready, 'GET, HEAD'",
    "DELETE, /graphiql/assets/x.js, 'GET, HEAD'",
  })
  void anotherMethodIsRefused(String method, String path, String allowed) throws Exception {
    var response = served.send(served.at(path).method(method, BodyPublishers.noBody()).build());
    assertEquals(405, response.statusCode());
    assertEquals(allowed, response.headers().firstValue("allow").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/graphql/",
        "//graphql",
        "/web/index.html",
        "/graphiql/index.html",
        "/page/../logback.xml",
        "/questions"
      })
  void thereIsNothingElse(String path) throws Exception {
    var response = served.send(served.at(path).build());
    assertTrue(response.statusCode() == 404 || response.statusCode() == 400, path);
    assertTrue(response.body().startsWith("{\"message\":"), response::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/graphql?query=%7Ba%7D", "/health/live", "/nothing", "/page/page.js"})
  void everyResponseIsCarefulWithTheBrowser(String path) throws Exception {
    var headers = served.send(served.at(path).build()).headers();
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
  void answersAreNotKeptByCaches() throws Exception {
    assertEquals("no-store", served.post(ASK).headers().firstValue("cache-control").orElse(""));
  }

  @Test
  void aTakenPortIsToldInOneLine() {
    var port = URI.create(served.server().address()).getPort();
    var problem =
        assertThrows(
            ProblemException.class,
            () -> Server.start("127.0.0.1", port, Limits.DEFAULT, TestServer.demo()));
    assertEquals(
        "Port " + port + " on 127.0.0.1 is taken; stop the other program or set PORT.",
        problem.getMessage());
  }

  @Test
  void aRunningRequestEndsBeforeTheServerStops() throws Exception {
    var running = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    served.answer(_ ->
        out -> {
          running.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          out.write("{\"data\":{}}".getBytes(StandardCharsets.UTF_8));
        });
    var request =
        served
            .at("/graphql")
            .header("content-type", JSON)
            .POST(BodyPublishers.ofString(ASK))
            .build();
    var answer = served.sendLater(request);
    running.await();
    var stopping = Thread.ofVirtual().start(served.server()::close);
    // The server waits: it takes no new connection, and has not ended.
    while (canConnect()) {
      Thread.onSpinWait();
    }
    assertTrue(stopping.isAlive());
    goOn.countDown();
    assertEquals("{\"data\":{}}", answer.get().body());
    stopping.join();
    assertThrows(IOException.class, () -> served.post(ASK));
  }

  private boolean canConnect() {
    var port = URI.create(served.server().address()).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
