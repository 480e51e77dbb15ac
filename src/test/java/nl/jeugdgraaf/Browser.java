package nl.jeugdgraaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real browser without a window: Chromium, driven over its DevTools protocol.
///
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final List<String> NAMES = List.of("chromium", "chromium-browser");

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  private Browser(Process process, Path profile, URI page) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Answers()).join();
  }

  /// {@return the program, or nothing where no browser is installed}
  public static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts the browser with an empty page.
  ///
  /// @param arguments more of the command line
  /// @throws IOException if it does not start
  public static Browser start(String... arguments) throws IOException, InterruptedException {
    var profile = Files.createTempDirectory("browser");
    var command =
        Stream.concat(
                Stream.of(
                    program().orElseThrow().toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + profile),
                Stream.concat(Stream.of(arguments), Stream.of("about:blank")))
            .toList();
    var log = profile.resolve("log.txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new Browser(process, profile, page(process, profile));
  }

  /// Waits until the browser says where it listens, and returns the address of its page.
  private static URI page(Process process, Path profile) throws IOException, InterruptedException {
    var port = profile.resolve("DevToolsActivePort");
    var until = System.nanoTime() + WITHIN.toNanos();
    while (!Files.exists(port) || Files.readAllLines(port).isEmpty()) {
      if (System.nanoTime() > until || process.waitFor(50, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException("no browser: " + Files.readString(profile.resolve("log.txt")));
      }
    }
    var list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).getFirst() + "/json/list");
    try (var in = list.toURL().openStream()) {
      for (var target : JSON.readTree(in)) {
        if (target.path("type").asText().equals("page")) {
          return URI.create(target.path("webSocketDebuggerUrl").asText());
        }
      }
    }
    throw new IOException("the browser has no page");
  }

  /// Opens an address, and returns when the page and its scripts are loaded.
  public void open(String address) throws InterruptedException {
    send("Page.navigate", Map.of("url", address));
    waitFor("location.href.startsWith('" + address + "') && document.readyState === 'complete'");
  }

  /// Returns the value of a JavaScript expression; of a promise, when it is kept.
  public JsonNode evaluate(String expression) throws InterruptedException {
    var result =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(result.get("exceptionDetails").toString());
    }
    return result.path("result").path("value");
  }

  /// Waits until an expression is true.
  ///
  /// @throws AssertionError if it is not within a minute
  public void waitFor(String expression) throws InterruptedException {
    var until = System.nanoTime() + WITHIN.toNanos();
    while (!evaluate("Boolean(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > until || process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            expression
                + " never became true; the page says: "
                + evaluate("document.body.innerText").asText());
      }
    }
  }

  private JsonNode send(String method, Map<String, ?> parameters) throws InterruptedException {
    var id = ids.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    try {
      var text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
      socket.sendText(text, true).join();
      return answer.get(WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new AssertionError(method, e);
    } finally {
      waiting.remove(id);
    }
  }

  /// Puts answers together, which come in parts, and gives them to those who wait.
  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          var answer = JSON.readTree(text.toString());
          var wanted = waiting.get(answer.path("id").asInt());
          if (wanted != null) {
            wanted.complete(answer.path("result"));
          }
        } catch (IOException e) {
          throw new AssertionError(e);
        } finally {
          text.setLength(0);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    try (var files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
