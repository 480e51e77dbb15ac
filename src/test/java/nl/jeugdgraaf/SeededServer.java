package nl.jeugdgraaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Database;
import nl.jeugdgraaf.Settings.Seed;
import nl.jeugdgraaf.Settings.Web;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.privacy.Captured;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The whole program in this JVM, over the tests' database with the project's own seed in it.
///
/// As an extension it serves one test class: `@RegisterExtension static final SeededServer SERVER =
/// new SeededServer();`
public final class SeededServer implements AutoCloseable, AfterAllCallback {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// 32 bytes of zero, so that the cursors in a page of Markdown are those of every run.
  private static final String CURSOR_KEY = "A".repeat(43) + "=";

  private static final Path AUDIT =
      Path.of("target", "test-audit-" + System.getProperty("fork", "1"));

  private final ShutdownStack closing = new ShutdownStack();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server;

  public SeededServer() {
    this(new Seed.Folder(Path.of("seed")), Set.of(), new Auth.Demo());
  }

  /// A server that pages of other origins may ask.
  SeededServer(Set<String> origins) {
    this(new Seed.Folder(Path.of("seed")), origins, new Auth.Demo());
  }

  /// A server that loads what is given; the seed is there already.
  SeededServer(Seed seed) {
    this(seed, Set.of(), new Auth.Demo());
  }

  /// A server that identifies callers in another way than demo mode does.
  SeededServer(Auth auth) {
    this(new Seed.Folder(Path.of("seed")), Set.of(), auth);
  }

  private SeededServer(Seed seed, Set<String> origins, Auth auth) {
    this(TestDatabase.seeded(), seed, origins, auth);
  }

  private SeededServer(Bolt database, Seed seed, Set<String> origins, Auth auth) {
    server =
        Application.start(
            new Settings(
                new Web("127.0.0.1", 0, origins, auth, Settings.Documents.ALL),
                new Database.External(database.address()),
                seed,
                new Settings.AuditStore(AUDIT, ""),
                CURSOR_KEY),
            closing);
  }

  /// Returns a server over a database that holds what is public, and no person.
  static SeededServer withoutPersons() {
    var documents = new Seed.Folder(Path.of("seed", "documents"));
    return new SeededServer(TestDatabase.constrained(), documents, Set.of(), new Auth.Demo());
  }

  /// Returns where it listens, such as `http://127.0.0.1:8080`.
  public String address() {
    return server.address();
  }

  /// Sends an operation as one who sees everything, and returns the response, errors and all.
  JsonNode ask(String query, JsonNode variables) throws IOException, InterruptedException {
    return askAs(steward(), query, variables);
  }

  /// Sends an operation with a header `Authorization`, or without where it is empty.
  public JsonNode askAs(String authorization, String query, JsonNode variables)
      throws IOException, InterruptedException {
    var body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    var request =
        HttpRequest.newBuilder(URI.create(address() + "/graphql"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("authorization", authorization);
    }
    var response = JSON.readTree(client.send(request.build(), BodyHandlers.ofString()).body());
    if (response.has("errors")) {
      Captured.text("errors", response.get("errors").toString());
    }
    return response;
  }

  /// Returns the header `Authorization` of one who sees everything.
  public String steward() {
    var wanted = new Caller("STEWARD", "", "", "QUALITY", "");
    return "Bearer " + DemoClient.token(URI.create(address()), wanted);
  }

  private void keepMetrics() {
    var metrics = HttpRequest.newBuilder(URI.create(address() + "/metrics")).build();
    try {
      Captured.text("metrics", client.send(metrics, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    keepMetrics();
    client.close();
    closing.close();
  }
}
