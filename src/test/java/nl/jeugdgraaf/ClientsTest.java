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

/// The clients in `src/test/clients` build from the printed schema alone, and page through the data
/// of the whole program.
///
/// Skipped if npm is missing or its registry cannot be reached. The packages stay in `target` until
/// the lock file changes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsTest {
  private static final Path SOURCES = Path.of("src/test/clients");
  private static final Path BUILD = Path.of("target/clients");
  private static final Path PACKAGES = BUILD.resolve("node_modules");
  private static final Pattern NO_REGISTRY =
      Pattern.compile("code (EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT)");
  private static final Duration INSTALL_WITHIN = Duration.ofMinutes(5);
  private static final Duration RUN_WITHIN = Duration.ofMinutes(2);

  private @Nullable SeededServer server;

  /// The result of a child process.
  ///
  /// @param code its exit code
  /// @param output its output and errors
  private record FinishedProcess(int code, String output) {}

  @BeforeAll
  void install() throws IOException, InterruptedException {
    assumeTrue(isOnPath("npm"), "The clients need npm, which is not on the PATH");
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
  void theTypesOfGraphQlCodegenCompile() throws IOException, InterruptedException {
    assertSucceeds("run", "codegen");
  }

  @Test
  void relayCompilesAndPagesThroughAllProducts() throws IOException, InterruptedException {
    assertSucceeds("run", "relay");
    assertTrue(server != null);
    assertSucceeds("run", "relay-pages", "--", server.address());
  }

  @Test
  void apolloClientPagesForwardAndBackward() throws IOException, InterruptedException {
    assertTrue(server != null);
    assertSucceeds("run", "apollo", "--", server.address(), server.steward());
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Replaces what an earlier run left with the sources and the schema, but keeps the packages.
  private static void copy() throws IOException {
    Files.createDirectories(BUILD);
    try (var old = Files.walk(BUILD)) {
      for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(BUILD) && !path.startsWith(PACKAGES)) {
          Files.delete(path);
        }
      }
    }
    try (var sources = Files.walk(SOURCES)) {
      for (var source : sources.filter(Files::isRegularFile).toList()) {
        var copy = BUILD.resolve(SOURCES.relativize(source));
        Files.createDirectories(copy.getParent());
        Files.copy(source, copy);
      }
    }
    // Relay reads no other file extension.
    Files.copy(Path.of("schema/jeugdgraaf.graphqls"), BUILD.resolve("schema.graphql"));
  }

  private static void installPackages() throws IOException, InterruptedException {
    var lock = BUILD.resolve("package-lock.json");
    var installed = PACKAGES.resolve("installed-lock.json");
    if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
      return;
    }
    var quiet = List.of("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
    var patience = List.of("--fetch-retries=1", "--fetch-retry-mintimeout=1000");
    var arguments = new ArrayList<>(List.of("ci"));
    arguments.addAll(quiet);
    arguments.addAll(patience);
    var process = npm(INSTALL_WITHIN, arguments);
    assumeFalse(
        process.code() != 0 && NO_REGISTRY.matcher(process.output()).find(),
        "The clients need the npm registry, which cannot be reached");
    assertEquals(0, process.code(), process::output);
    Files.copy(lock, installed);
  }

  private static void assertSucceeds(String... arguments) throws IOException, InterruptedException {
    var process = npm(RUN_WITHIN, List.of(arguments));
    assertEquals(0, process.code(), process::output);
  }

  private static FinishedProcess npm(Duration within, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("npm"));
    command.addAll(arguments);
    var log = Files.createTempFile(BUILD, "npm-", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(BUILD.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("NO_COLOR", "1");
    builder.environment().put("NO_UPDATE_NOTIFIER", "1");
    var process = builder.start();
    boolean finished = process.waitFor(within);
    if (!finished) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    var output = String.join(" ", command) + "\n" + Files.readString(log);
    assertTrue(finished, () -> "not finished within " + within + ": " + output);
    return new FinishedProcess(process.exitValue(), output);
  }
}
