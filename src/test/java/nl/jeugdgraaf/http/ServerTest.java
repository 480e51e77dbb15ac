package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import nl.jeugdgraaf.engine.Answer;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What HTTP itself promises, over real sockets; the answers are written by the tests.
class ServerTest {
  private static final String GRAPHQL = "application/graphql-response+json";
  private static final String JSON = "application/json";
  private static final String ASK = "{\"query\":\"{ __typename }\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<Function<Request, Answer>> engine =
      new AtomicReference<>(_ -> text("{\"data\":{\"__typename\":\"Query\"}}"));
  private final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
  private final Server server = Server.start("127.0.0.1", 0, Limits.DEFAULT);

  @BeforeEach
  void serve() {
    server.serve(
        new Service(
            request -> engine.get().apply(request), "type Query { a: Int }", databaseAnswers::get));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static Answer text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(
        at("/graphql")
            .header("content-type", JSON)
            .header("accept", GRAPHQL)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static void assertProblem(int status, Code code, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(response.body().startsWith("{\"errors\":[{\"message\":\""), response::body);
    assertTrue(
        response.body().endsWith("\"extensions\":{\"code\":\"" + code + "\"}}]}"), response::body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | application/json",
        "*/* | application/json",
        "application/* | application/json",
        "application/json | application/json",
        "application/json; charset=utf-8 | application/json",
        "application/graphql-response+json | application/graphql-response+json",
        "application/graphql-response+json, application/json | application/graphql-response+json",
        "application/json, application/graphql-response+json | application/graphql-response+json",
        "application/graphql-response+json;q=0.5, application/json | application/json",
        "application/json;q=0, */* | application/graphql-response+json",
        "text/html, application/xhtml+xml, */*;q=0.8 | application/json",
        "application/json, text/event-stream | application/json",
      })
  void theAnswerIsInTheTypeThatTheClientLikesBest(String accept, String expected) throws Exception {
    var request = at("/graphql").header("content-type", JSON).POST(BodyPublishers.ofString(ASK));
    var response =
        send(accept == null ? request.build() : request.header("accept", accept).build());
    assertEquals(200, response.statusCode());
    assertEquals(
        expected + "; charset=utf-8",
        response.headers().firstValue("content-type").orElse("").replace(";charset", "; charset"));
    assertEquals("{\"data\":{\"__typename\":\"Query\"}}", response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml",
        "application/json;q=0",
        "application/json;charset=latin1"
      })
  void aClientThatReadsNoJsonIsToldSo(String accept) throws Exception {
    var response =
        send(
            at("/graphql")
                .header("content-type", JSON)
                .header("accept", accept)
                .POST(BodyPublishers.ofString(ASK))
                .build());
    assertProblem(406, Code.NOT_ACCEPTABLE, response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=iso-8859-1"
      })
  void onlyJsonIsRead(String type) throws Exception {
    var response =
        send(
            at("/graphql").header("content-type", type).POST(BodyPublishers.ofString(ASK)).build());
    assertProblem(415, Code.UNSUPPORTED_MEDIA_TYPE, response);
  }

  @Test
  void aBodyWithoutATypeIsNotRead() throws Exception {
    assertProblem(
        415,
        Code.UNSUPPORTED_MEDIA_TYPE,
        send(at("/graphql").POST(BodyPublishers.ofString(ASK)).build()));
  }

  @Test
  void aCompressedBodyIsNotRead() throws Exception {
    assertProblem(
        415,
        Code.UNSUPPORTED_MEDIA_TYPE,
        send(
            at("/graphql")
                .header("content-type", JSON)
                .header("content-encoding", "gzip")
                .POST(BodyPublishers.ofString(ASK))
                .build()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{ \"not json",
        "null",
        "1",
        "\"{ __typename }\"",
        "[]",
        "[{\"query\":\"{ __typename }\"}]",
        "{}",
        "{\"query\":null}",
        "{\"query\":1}",
        "{\"query\":[\"secret\"]}",
        "{\"query\":\"{ __typename }\",\"operationName\":1}",
        "{\"query\":\"{ __typename }\",\"variables\":\"secret\"}",
        "{\"query\":\"{ __typename }\",\"variables\":[1]}",
        "{\"query\":\"{ __typename }\",\"extensions\":\"secret\"}",
        "{\"query\":\"{ __typename }\",\"query\":\"{ secret }\"}",
        "{\"query\":\"{ __typename }\"} secret",
        "{\"query\":\"{ secret \\u0000 }\"}",
        "{\"query\":\"{ secret \\ud800 }\"}",
        "{\"query\":\"{ __typename }\",\"variables\":{\"secret\\udc00\":1}}",
      })
  void aBodyThatIsNoRequestIsRefusedWithoutRepeatingIt(String body) throws Exception {
    var response = post(body);
    assertProblem(400, Code.BAD_REQUEST, response);
    assertFalse(response.body().contains("secret"), response::body);
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws Exception {
    var bytes = ASK.replace("__typename", "__typename #X").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0xc3;
    var response =
        send(
            at("/graphql")
                .header("content-type", JSON)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    assertProblem(400, Code.BAD_REQUEST, response);
  }

  @Test
  void aBodyThatIsNestedTooDeeplyIsRefused() throws Exception {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertProblem(
        400,
        Code.BAD_REQUEST,
        post("{\"query\":\"{ __typename }\",\"variables\":{\"a\":" + deep + "}}"));
    assertEquals(200, post(ASK).statusCode());
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    var large = "x".repeat(Limits.DEFAULT.bodyBytesMax());
    assertProblem(
        413, Code.LIMIT_EXCEEDED, post("{\"query\":\"{ __typename }\",\"a\":\"" + large + "\"}"));
  }

  @Test
  void whatTheEngineIsAskedIsWhatTheClientSent() throws Exception {
    var seen = new AtomicReference<Request>();
    engine.set(request -> {
      seen.set(request);
      return text("{\"data\":null}");
    });
    post(
        """
        {"query":"query A { a }","operationName":"A","variables":{"b":null,"a":[1,2.5,"é😀"]},"c":[1]}
        """);
    assertEquals("query A { a }", seen.get().query());
    assertEquals("A", seen.get().operationName());
    assertEquals("{b=null, a=[1, 2.5, é😀]}", seen.get().variables().toString());
    assertTrue(seen.get().mutationAllowed());
  }

  @Test
  void aRequestMayBeInTheAddress() throws Exception {
    var seen = new AtomicReference<Request>();
    engine.set(request -> {
      seen.set(request);
      return text("{\"data\":null}");
    });
    var response =
        send(
            at("/graphql?query="
                    + encode("query A { a(name: \"é +%\") }")
                    + "&operationName=&extensions=&other=1&variables="
                    + encode("{\"a\":1}"))
                .build());
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("query A { a(name: \"é +%\") }", seen.get().query());
    assertEquals("", seen.get().operationName());
    assertEquals("{a=1}", seen.get().variables().toString());
    assertFalse(seen.get().mutationAllowed());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?query=",
        "?query=%7Ba%7D&query=%7Bb%7D",
        "?query=%7Ba%7D&variables=1",
        "?query=%7Ba%7D&variables=%7B",
        "?query=%7Ba%7D&extensions=%5B%5D",
        "?query=%c3%28",
        "?query=%00",
      })
  void anAddressThatIsNoRequestIsRefused(String parameters) throws Exception {
    assertProblem(400, Code.BAD_REQUEST, send(at("/graphql" + parameters).build()));
  }

  @Test
  void anAddressThatIsTooLongIsRefused() throws Exception {
    var response = send(at("/graphql?query=" + "a".repeat(100_000)).build());
    assertTrue(response.statusCode() == 414 || response.statusCode() == 431);
    assertFalse(response.body().contains("aaa"));
  }

  @ParameterizedTest
  @CsvSource({
    "GRAPHQL_PARSE_FAILED, 400, 200",
    "GRAPHQL_VALIDATION_FAILED, 400, 200",
    "OPERATION_NOT_FOUND, 400, 200",
    "BAD_USER_INPUT, 400, 200",
    "LIMIT_EXCEEDED, 400, 200",
    "METHOD_NOT_ALLOWED, 405, 405",
    "DATABASE_UNAVAILABLE, 503, 503",
    "TIMEOUT, 504, 504",
  })
  void eachProblemHasItsStatus(Code code, int status, int statusForJson) throws Exception {
    engine.set(_ -> {
      throw new ProblemException(code, "No.");
    });
    var response = post(ASK);
    assertProblem(status, code, response);
    assertEquals(status == 503, response.headers().firstValue("retry-after").isPresent());
    assertEquals(status == 405, response.headers().firstValue("allow").isPresent());
    var plain =
        send(
            at("/graphql")
                .header("content-type", JSON)
                .header("accept", JSON)
                .POST(BodyPublishers.ofString(ASK))
                .build());
    assertProblem(statusForJson, code, plain);
  }

  @Test
  void aProblemShowsItsPlaceAndPath() throws Exception {
    engine.set(_ -> {
      throw new ProblemException(
          new Problem(
              Code.BAD_USER_INPUT,
              "No \"x\".",
              java.util.List.of(new Problem.Location(1, 3)),
              java.util.List.of("a", 0)));
    });
    assertEquals(
        "{\"errors\":[{\"message\":\"No \\\"x\\\".\",\"locations\":[{\"line\":1,\"column\":3}],"
            + "\"path\":[\"a\",0],\"extensions\":{\"code\":\"BAD_USER_INPUT\"}}]}",
        post(ASK).body());
  }

  @Test
  void aBugShowsAReferenceAndNothingOfTheInside() throws Exception {
    engine.set(_ ->
        out -> {
          out.write('{');
          throw new IllegalStateException("secret");
        });
    var response = post(ASK);
    assertProblem(500, Code.INTERNAL_ERROR, response);
    assertTrue(response.body().matches(".*the reference [0-9a-f]{8}\\..*"), response::body);
    assertFalse(response.body().contains("secret"));
  }

  @Test
  void aFailureAfterTheFirstBytesCutsTheConnection() {
    engine.set(_ ->
        out -> {
          out.write(new byte[100_000]);
          throw new ProblemException(Code.TIMEOUT, "Too late.");
        });
    assertThrows(IOException.class, () -> post(ASK));
  }

  @Test
  void theServerIsAliveBeforeItIsReady() throws Exception {
    try (var starting = Server.start("127.0.0.1", 0, Limits.DEFAULT)) {
      var at = starting.address();
      assertEquals(
          200, send(HttpRequest.newBuilder(URI.create(at + "/health/live")).build()).statusCode());
      assertEquals(
          503, send(HttpRequest.newBuilder(URI.create(at + "/health/ready")).build()).statusCode());
      var answer = send(HttpRequest.newBuilder(URI.create(at + "/graphql?query=%7Ba%7D")).build());
      assertProblem(503, Code.DATABASE_UNAVAILABLE, answer);
    }
  }

  @Test
  void theServerIsReadyWhileTheDatabaseAnswers() throws Exception {
    assertEquals("{\"status\":\"UP\"}", send(at("/health/ready").build()).body());
    databaseAnswers.set(false);
    var response = send(at("/health/ready").build());
    assertEquals(503, response.statusCode());
    assertEquals("{\"status\":\"DOWN\"}", response.body());
  }

  @Test
  void theSchemaCanBeRead() throws Exception {
    var response = send(at("/schema.graphqls").build());
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
    var response = send(at(path).method(method, BodyPublishers.noBody()).build());
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
    var response = send(at(path).build());
    assertTrue(response.statusCode() == 404 || response.statusCode() == 400, path);
    assertTrue(response.body().startsWith("{\"message\":"), response::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/graphql?query=%7Ba%7D", "/health/live", "/nothing", "/page/page.js"})
  void everyResponseIsCarefulWithTheBrowser(String path) throws Exception {
    var headers = send(at(path).build()).headers();
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
    assertEquals("no-store", post(ASK).headers().firstValue("cache-control").orElse(""));
  }

  @Test
  void aTakenPortIsToldInOneLine() {
    var port = URI.create(server.address()).getPort();
    var problem =
        assertThrows(ProblemException.class, () -> Server.start("127.0.0.1", port, Limits.DEFAULT));
    assertEquals(
        "Port " + port + " on 127.0.0.1 is taken; stop the other program or set PORT.",
        problem.getMessage());
  }

  @Test
  void aRunningRequestEndsBeforeTheServerStops() throws Exception {
    var running = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    engine.set(_ ->
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
        at("/graphql").header("content-type", JSON).POST(BodyPublishers.ofString(ASK)).build();
    var answer = client.sendAsync(request, BodyHandlers.ofString());
    running.await();
    var stopping = Thread.ofVirtual().start(server::close);
    goOn.countDown();
    assertEquals("{\"data\":{}}", answer.get().body());
    stopping.join();
    assertThrows(IOException.class, () -> post(ASK));
  }
}
