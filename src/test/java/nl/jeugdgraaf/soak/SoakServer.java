package nl.jeugdgraaf.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.jeugdgraaf.Program;

/// The program with its own database, in little memory, that can be killed and looked into. Linux
/// only.
final class SoakServer implements AutoCloseable {
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx256m", "-XX:TieredStopAtLevel=4");
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  /// Answers may end within 10 seconds, and the database within 5.
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Path directory;
  private final int port;
  private Program program;
  private int starts;

  private SoakServer(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.program = launch();
  }

  /// Starts it and waits until it is ready.
  static SoakServer start(Path directory) throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var server = new SoakServer(directory, port);
    server.program.ready();
    return server;
  }

  private Program launch() throws IOException {
    var settings = new HashMap<String, String>();
    for (var name : List.of("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")) {
      settings.put(name, "");
    }
    settings.putAll(
        Map.of(
            "PORT",
            String.valueOf(port),
            "JEUGDGRAAF_DATA",
            directory.resolve("data").toString(),
            "AUDIT_DATA",
            audit().toString()));
    return Program.serve(LITTLE_MEMORY, settings, directory.resolve("log-" + ++starts));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Path audit() {
    return directory.resolve("audit");
  }

  /// Ends the server as `kill -9` does, and starts it again.
  void killAndStart() throws IOException, InterruptedException {
    program.process().destroyForcibly().waitFor();
    program = launch();
    program.ready();
  }

  /// Ends the server as SIGTERM does.
  ///
  /// @return whether it ended in time
  boolean terminate() throws InterruptedException {
    program.process().destroy();
    return program.process().waitFor(ENDS_WITHIN);
  }

  /// Ends its database as `kill -9` does, and waits until the server is ready again.
  void killDatabase() throws Exception {
    database().destroyForcibly();
    Thread.sleep(2_000);
    var until = System.nanoTime() + READY_WITHIN.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("the database did not come back");
      }
      Thread.sleep(100);
    }
  }

  boolean isReady() throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var ready = HttpRequest.newBuilder(address().resolve("/health/ready")).build();
      return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private ProcessHandle database() {
    return program.process().children().findFirst().orElseThrow();
  }

  /// What the server holds.
  ///
  /// @param heap of the server, in use after a full collection, in MB
  /// @param databaseHeap of its database, the same
  /// @param threads of the server
  /// @param files that the server has open, connections too
  record Held(long heap, long databaseHeap, long threads, long files) {}

  Held held() throws IOException, InterruptedException {
    var pid = program.process().pid();
    return new Held(heap(pid), heap(database().pid()), count(pid, "task"), count(pid, "fd"));
  }

  private static long count(long pid, String what) throws IOException {
    try (var entries = Files.list(Path.of("/proc", String.valueOf(pid), what))) {
      return entries.count();
    }
  }

  private static long heap(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    var used = USED.matcher(jcmd(pid, "GC.heap_info").replaceFirst("(?s)Metaspace.*", ""));
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    return kilobytes >> 10;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var run = new ProcessBuilder(jcmd, String.valueOf(pid), command).start();
    var out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    run.waitFor();
    return out;
  }

  /// Returns all that it logged, of every start.
  String log() {
    var all = new StringBuilder();
    for (int i = 1; i <= starts; i++) {
      all.append(log(i));
    }
    return all.toString();
  }

  /// Returns what it logged since it was last started.
  String lastLog() {
    return log(starts);
  }

  private String log(int start) {
    try {
      return Files.readString(directory.resolve("log-" + start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    program.process().destroy();
    try {
      if (!program.process().waitFor(Duration.ofSeconds(30))) {
        program.process().destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
