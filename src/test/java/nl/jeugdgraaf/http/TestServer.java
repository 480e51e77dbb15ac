package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.ResponseTarget;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A server on a free port whose operations are answered by the test, and a client of it.
///
/// Registered as an extension in a static field, it runs for all tests of a class, and forgets the
/// answers of one test before the next.
public final class TestServer implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
  public static final String GRAPHQL = "application/graphql-response+json";
  public static final String JSON = "application/json";

  /// The body of a request for the simplest operation.
  public static final String OPERATION = "{\"query\":\"{ __typename }\"}";

  /// The project's own access rules.
  public static final AccessRules RULES = ApiSchema.builtIn().access();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server;
  private volatile Function<Request, Answer> engine = TestServer::typename;
  private volatile Backend.Refusals refusals = (_, _) -> {};
  private volatile boolean ready = true;

  /// What a test answers to a request.
  public interface Answer {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Starts a server in demo mode.
  public TestServer() {
    this(demo());
  }

  public TestServer(Authentication authentication) {
    this(authentication, new PersistedDocuments(Map.of(), false));
  }

  TestServer(PersistedDocuments documents) {
    this(demo(), documents);
  }

  /// Starts a server in demo mode that pages of other origins may ask.
  public TestServer(Set<String> origins) {
    this(demo(), new PersistedDocuments(Map.of(), false), origins);
  }

  private TestServer(Authentication authentication, PersistedDocuments documents) {
    this(authentication, documents, Set.of());
  }

  private TestServer(
      Authentication authentication, PersistedDocuments documents, Set<String> origins) {
    server = Server.start("127.0.0.1", 0, Limits.DEFAULT, authentication, origins);
    server.serve(
        new Backend(
            new Backend.Answers() {
              @Override
              public void answer(Request request, ResponseTarget target) throws IOException {
                engine.apply(request).writeTo(target.stream());
              }

              @Override
              public boolean asksSchemaOnly(Request request) {
                return request.query().contains("__schema");
              }
            },
            new Backend.Schema(
                "type Query { a: Int }", caller -> "type " + caller.role() + " { a: Int }"),
            () -> ready,
            documents,
            (caller, code) -> refusals.refused(caller, code)));
  }

  static Authentication demo() {
    return Authentication.demo(RULES);
  }

  private static Answer typename(Request request) {
    return text("{\"data\":{\"__typename\":\"Query\"}}");
  }

  public static Answer text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public static void assertProblem(int status, Code code, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(response.body().startsWith("{\"errors\":[{\"message\":\""), response::body);
    assertTrue(
        response.body().endsWith("\"extensions\":{\"code\":\"" + code + "\"}}]}"), response::body);
  }

  public URI address() {
    return URI.create(server.address());
  }

  public Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), address().getPort());
  }

  /// Answers operations in this way until the end of the test.
  public void answer(Function<Request, Answer> answer) {
    engine = answer;
  }

  /// Notes refusals until the end of the test.
  public void refuse(Backend.Refusals told) {
    refusals = told;
  }

  void loseDatabase() {
    ready = false;
  }

  public HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  /// A request for [#OPERATION] with these headers, as names and values in turn.
  public HttpRequest.Builder posting(String... headers) {
    var request = at("/graphql").POST(BodyPublishers.ofString(OPERATION));
    return headers.length == 0 ? request : request.headers(headers);
  }

  /// A good request for [#OPERATION], to which headers can be added.
  public HttpRequest.Builder asking() {
    return posting("content-type", JSON, "accept", GRAPHQL);
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(at(path));
  }

  public HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(asking().POST(BodyPublishers.ofString(body)));
  }

  /// Sends a request that names another host, and returns the response as it arrives.
  public String responseFor(String host, String path) throws IOException {
    try (var socket = connect()) {
      var request =
          "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
              .formatted(path, host, address().getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  void stopServer() {
    server.close();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    engine = TestServer::typename;
    refusals = (_, _) -> {};
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    close();
  }

  /// Closes the client first: the server waits for connections that are still open.
  @Override
  public void close() {
    client.close();
    server.close();
  }
}
