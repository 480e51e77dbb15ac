package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Clients as others write them, in `src/test/clients`: built from the printed schema alone, and
/// then paging through the whole program.
///
/// Left out where there is no npm, or where its registry is out of reach. The packages stay in
/// `target` until the lock file changes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsTest {
  private static final Path WRITTEN = Path.of("src/test/clients");
  private static final Path BUILT = Path.of("target/clients");
  private static final Path PACKAGES = BUILT.resolve("node_modules");
  private static final Pattern NO_REGISTRY =
      Pattern.compile("code (EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT)");
  private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(5);
  private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

  private @Nullable SeededServer server;

  /// What a child process left.
  ///
  /// @param code its exit code
  /// @param output what it wrote, errors too
  private record Ended(int code, String output) {}

  @BeforeAll
  void install() throws IOException, InterruptedException {
    assumeTrue(isOnThePath("npm"), "The clients need npm, and it is not on the PATH");
    copy();
    installPackages();
    server = new SeededServer();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void codegenGivesTypesThatCompile() throws IOException, InterruptedException {
    succeeds("run", "codegen");
  }

  @Test
  void relayCompilesAndPages() throws IOException, InterruptedException {
    succeeds("run", "relay");
    assertTrue(server != null);
    succeeds("run", "relay-pages", "--", server.address());
  }

  @Test
  void apolloClientPagesBothWays() throws IOException, InterruptedException {
    assertTrue(server != null);
    succeeds("run", "apollo", "--", server.address(), server.steward());
  }

  private static boolean isOnThePath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Puts the sources and the schema in place of what an earlier run left, but for the packages.
  private static void copy() throws IOException {
    Files.createDirectories(BUILT);
    try (var old = Files.walk(BUILT)) {
      for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(BUILT) && !path.startsWith(PACKAGES)) {
          Files.delete(path);
        }
      }
    }
    try (var sources = Files.walk(WRITTEN)) {
      for (var source : sources.filter(Files::isRegularFile).toList()) {
        var copy = BUILT.resolve(WRITTEN.relativize(source));
        Files.createDirectories(copy.getParent());
        Files.copy(source, copy);
      }
    }
    // Relay reads no other ending.
    Files.copy(Path.of("schema/jeugdgraaf.graphqls"), BUILT.resolve("schema.graphql"));
  }

  private static void installPackages() throws IOException, InterruptedException {
    var lock = BUILT.resolve("package-lock.json");
    var installed = PACKAGES.resolve("installed-lock.json");
    if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
      return;
    }
    var quiet = List.of("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
    var patience = List.of("--fetch-retries=1", "--fetch-retry-mintimeout=1000");
    var arguments = new ArrayList<>(List.of("ci"));
    arguments.addAll(quiet);
    arguments.addAll(patience);
    var ended = npm(INSTALLED_WITHIN, arguments);
    assumeFalse(
        ended.code() != 0 && NO_REGISTRY.matcher(ended.output()).find(),
        "The clients need the npm registry, and it does not answer");
    assertEquals(0, ended.code(), ended::output);
    Files.copy(lock, installed);
  }

  private static void succeeds(String... arguments) throws IOException, InterruptedException {
    var ended = npm(DONE_WITHIN, List.of(arguments));
    assertEquals(0, ended.code(), ended::output);
  }

  private static Ended npm(Duration within, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("npm"));
    command.addAll(arguments);
    var log = Files.createTempFile(BUILT, "npm-", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(BUILT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("NO_COLOR", "1");
    builder.environment().put("NO_UPDATE_NOTIFIER", "1");
    var process = builder.start();
    boolean done = process.waitFor(within);
    if (!done) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    var output = String.join(" ", command) + "\n" + Files.readString(log);
    assertTrue(done, () -> "not done within " + within + ": " + output);
    return new Ended(process.exitValue(), output);
  }
}
