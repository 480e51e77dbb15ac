package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server under a path of a real proxy (nginx) with TLS, configured as `operation.md` shows:
/// the page with all its files, operations, schema and health, and the page in a real browser.
@TestInstance(Lifecycle.PER_CLASS)
class BehindProxyTest {
  private static final Pattern FILE =
      Pattern.compile("(?:src|href|data-script)=\"([^\".][^\"]*)\"");
  private static final String PASSWORD = "changeit";

  @TempDir private static Path directory;
  private @Nullable SeededServer server;
  private @Nullable TestServer cutting;
  private @Nullable Process nginx;
  private @Nullable HttpClient client;
  private String address = "";

  private static boolean runs(String... command) throws IOException, InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @BeforeAll
  void start() throws IOException, InterruptedException, GeneralSecurityException {
    assumeTrue(runs("nginx", "-v"), "The proxy needs nginx, which is not on the PATH");
    server = new SeededServer();
    cutting = new TestServer();
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    client = HttpClient.newBuilder().sslContext(certificate()).build();
    Files.writeString(directory.resolve("nginx.conf"), configuration(port));
    nginx =
        new ProcessBuilder(
                "nginx",
                "-p",
                directory.toString(),
                "-c",
                directory.resolve("nginx.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    address = "https://localhost:" + port + "/jeugdgraaf";
    for (int i = 0; i < 100 && !listens(port); i++) {
      assertTrue(nginx.isAlive(), Files.readString(directory.resolve("output")));
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
    if (client != null) {
      client.shutdownNow();
    }
    if (cutting != null) {
      cutting.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private SeededServer server() {
    return Objects.requireNonNull(server);
  }

  private TestServer cutting() {
    return Objects.requireNonNull(cutting);
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  /// Makes a certificate that signs itself, for nginx, and trusts it.
  private SSLContext certificate()
      throws IOException, InterruptedException, GeneralSecurityException {
    var store = directory.resolve("store.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    assertTrue(
        runs(
            keytool,
            "-genkeypair",
            "-alias",
            "proxy",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-validity",
            "1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var certificate = keys.getCertificate("proxy");
    pem("certificate.pem", "CERTIFICATE", certificate.getEncoded());
    pem("key.pem", "PRIVATE KEY", keys.getKey("proxy", PASSWORD.toCharArray()).getEncoded());
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("proxy", certificate);
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private void pem(String file, String kind, byte[] content) throws IOException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        directory.resolve(file),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines));
  }

  /// The example of the manual, with the ports of the test and what a test needs besides.
  private String configuration(int port) throws IOException {
    var example =
        Files.readAllLines(Path.of("src/operation.md")).stream()
            .dropWhile(line -> !line.equals("```nginx"))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .toList();
    var text = String.join("\n", example);
    assertTrue(text.contains("listen 443 ssl;") && text.contains("http://127.0.0.1:8080/"), text);
    var end = text.lastIndexOf('}');
    var location = text.substring(text.indexOf("  location"), end);
    var both =
        text.substring(0, end).replace("http://127.0.0.1:8080", server().address())
            + location
                .replace("/jeugdgraaf/", "/cut/")
                .replace("http://127.0.0.1:8080", cutting().address().toString())
            + "}";
    var local =
        both.replace(
            "listen 443 ssl;",
            "listen 127.0.0.1:%d ssl;\nserver_name localhost;\nssl_certificate certificate.pem;\n"
                    .formatted(port)
                + "ssl_certificate_key key.pem;");
    return """
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log error.log;
    events {}
    http {
      access_log off;
      absolute_redirect off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      %s
    }
    """
        .formatted(local);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return Objects.requireNonNull(client)
        .send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private String get(String path) throws IOException, InterruptedException {
    var response = send(at(path));
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  @Test
  void thePagesHaveAllTheirFiles() throws Exception {
    var files =
        FILE.matcher(get("/") + get("/graphiql"))
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertTrue(files.size() >= 7, files::toString);
    for (var file : files) {
      assertFalse(get("/" + file).isEmpty(), file);
    }
    for (var file : List.of("/questions.json", "/demo/identities")) {
      assertTrue(get(file).startsWith("["), file);
    }
  }

  @Test
  void operationsSchemaAndHealthAreThere() throws Exception {
    var asked =
        at("/graphql")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"query\":\"{ regions { code } }\"}"));
    var response = send(asked);
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("GRONINGEN"), response::body);
    assertTrue(get("/schema.graphqls").contains("type Query"));
    assertEquals("{\"status\":\"UP\"}", get("/health/ready"));
  }

  @Test
  void introspectionIsKeptThroughTheProxy() throws Exception {
    var path = "/graphql?query=%7B__schema%7Btypes%7Bname%7D%7D%7D";
    for (var coding : List.of("gzip", "zstd", "identity")) {
      var first = send(at(path).header("accept-encoding", coding));
      assertEquals(200, first.statusCode());
      assertEquals(coding, first.headers().firstValue("content-encoding").orElse("identity"));
      var tag = first.headers().firstValue("etag").orElseThrow();
      var again = send(at(path).headers("accept-encoding", coding, "if-none-match", tag));
      assertEquals(304, again.statusCode());
    }
  }

  @Test
  void thePathWithoutASlashLeadsToThePage() throws Exception {
    var response = send(at(""));
    assertEquals(301, response.statusCode());
    assertEquals("/jeugdgraaf/", response.headers().firstValue("location").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "identity"})
  void anAnswerThatIsCutOffDoesNotLookWhole(String coding) throws Exception {
    var noise = new byte[1_000_000];
    new Random(7).nextBytes(noise);
    cutting()
        .answer(_ ->
            out -> {
              out.write(noise);
              throw new ProblemException(Code.TIMEOUT, "Too late.");
            });
    var cut = URI.create(address.replace("/jeugdgraaf", "/cut/graphql?query=%7Ba%7D"));
    var request = HttpRequest.newBuilder(cut).header("accept-encoding", coding);
    assertThrows(IOException.class, () -> send(request));
  }

  @Test
  void theBrowserShowsThePage() throws Exception {
    var browser =
        Stream.of("chromium", "chromium-browser")
            .filter(name ->
                Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
            .findFirst();
    assumeTrue(browser.isPresent(), "The page needs Chromium, which is not on the PATH");
    var page = directory.resolve("page.html");
    var process =
        new ProcessBuilder(
                browser.orElseThrow(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--ignore-certificate-errors",
                "--user-data-dir=" + directory.resolve("browser"),
                "--virtual-time-budget=20000",
                "--dump-dom",
                address + "/graphiql")
            .redirectOutput(page.toFile())
            .redirectError(directory.resolve("browser.log").toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    var shown = Files.readString(page);
    for (var wanted : List.of("graphiql-execute-button", "BrokenRules", "STEWARD")) {
      assertTrue(shown.contains(wanted), "the page has no " + wanted);
    }
  }
}
