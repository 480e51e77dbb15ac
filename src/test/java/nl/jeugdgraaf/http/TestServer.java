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
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;

/// A server on a free port with answers written by the test, and a client of it.
public final class TestServer implements AutoCloseable {
  public static final String GRAPHQL = "application/graphql-response+json";
  public static final String JSON = "application/json";
  public static final String ASK = "{\"query\":\"{ __typename }\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server;
  private volatile Function<Request, Answer> engine =
      _ -> text("{\"data\":{\"__typename\":\"Query\"}}");
  private volatile boolean databaseAnswers = true;

  /// What a test answers to a request.
  public interface Answer {
    void writeTo(OutputStream out) throws IOException;
  }

  public TestServer() {
    this(demo());
  }

  public TestServer(Authentication signIn) {
    this(signIn, new PersistedDocuments(Map.of(), false));
  }

  TestServer(PersistedDocuments documents) {
    this(demo(), documents);
  }

  private TestServer(Authentication signIn, PersistedDocuments documents) {
    server = Server.start("127.0.0.1", 0, Limits.DEFAULT, signIn);
    server.serve(
        new Backend(
            (request, out) -> engine.apply(request).writeTo(out),
            "type Query { a: Int }",
            () -> databaseAnswers,
            documents));
  }

  /// Demo mode, with the roles and purposes of the project's own rules.
  static Authentication demo() {
    return Authentication.demo(ApiSchema.builtIn().access());
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

  public Server server() {
    return server;
  }

  public void answer(Function<Request, Answer> answer) {
    engine = answer;
  }

  void loseDatabase() {
    databaseAnswers = false;
  }

  public HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  public CompletableFuture<HttpResponse<String>> sendLater(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(asking().POST(BodyPublishers.ofString(body)).build());
  }

  /// A request for [#ASK], to which headers can be added.
  public HttpRequest.Builder asking() {
    return at("/graphql")
        .header("content-type", JSON)
        .header("accept", GRAPHQL)
        .POST(BodyPublishers.ofString(ASK));
  }

  /// Asks as one does who takes the server for another, and returns the response as it comes.
  public String answerTo(String host, String path) throws IOException {
    var port = URI.create(server.address()).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request =
          "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n".formatted(path, host, port);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /// The client first: the server waits a second for connections that somebody keeps open.
  @Override
  public void close() {
    client.close();
    server.close();
  }
}
