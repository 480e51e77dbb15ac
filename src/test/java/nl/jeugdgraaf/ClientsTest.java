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

/// The clients in `src/examples/clients` build from the printed schema alone, and keep the answers
/// of the whole program apart in their caches, without any setting for ids.
///
/// Skipped if npm is missing or its registry cannot be reached. The packages stay in `target` until
/// the lock file changes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsTest {
  private static final Path SOURCES = Path.of("src/examples/clients");
  private static final Path BUILD = Path.of("target/clients");
  private static final Path PACKAGES = BUILD.resolve("node_modules");
  private static final Pattern NO_REGISTRY =
      Pattern.compile("code (EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT)");
  private static final Duration INSTALL_WITHIN = Duration.ofMinutes(5);
  private static final Duration RUN_WITHIN = Duration.ofMinutes(2);

  private @Nullable SeededServer server;

  /// What the compilers of Relay and TypeScript said.
  private @Nullable FinishedProcess relayBuild;

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
    relayBuild = npm(RUN_WITHIN, List.of("run", "relay"));
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
    assertSucceeds("codegen");
  }

  /// A value more in the key of a group would make more groups.
  @Test
  void relayCompilesAndAsksForTheIdsOfNodesAndOfNoGroup() {
    assertRelayIsBuilt();
  }

  @Test
  void relayPagesThroughAllProducts() throws IOException, InterruptedException {
    assertRelayIsBuilt();
    assertSucceeds("relay-pages", server().address());
  }

  @Test
  void apolloClientPagesForwardAndBackward() throws IOException, InterruptedException {
    assertSucceeds("apollo-pages", server().address());
  }

  @Test
  void relayGoesOnShowingEachDayItsOwnAnswer() throws IOException, InterruptedException {
    assertRelayIsBuilt();
    assertSucceedsFor("relay", "days");
  }

  @Test
  void apolloClientGoesOnShowingEachDayItsOwnAnswer() throws IOException, InterruptedException {
    assertSucceedsFor("apollo", "days");
  }

  @Test
  void urqlGoesOnShowingEachDayItsOwnAnswer() throws IOException, InterruptedException {
    assertSucceedsFor("urql", "days");
  }

  @Test
  void relayGivesEachGroupItsOwnNumbers() throws IOException, InterruptedException {
    assertRelayIsBuilt();
    assertSucceedsFor("relay", "groups");
  }

  @Test
  void apolloClientGivesEachGroupItsOwnNumbers() throws IOException, InterruptedException {
    assertSucceedsFor("apollo", "groups");
  }

  @Test
  void urqlGivesEachGroupItsOwnNumbers() throws IOException, InterruptedException {
    assertSucceedsFor("urql", "groups");
  }

  private SeededServer server() {
    assertTrue(server != null);
    return server;
  }

  private void assertRelayIsBuilt() {
    assertTrue(relayBuild != null);
    assertEquals(0, relayBuild.code(), relayBuild::output);
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

  /// Runs a check of the folder `checks` with a client.
  private void assertSucceedsFor(String client, String check)
      throws IOException, InterruptedException {
    assertSucceeds(check, client, server().address(), server().steward());
  }

  private static void assertSucceeds(String script, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("run", script, "--"));
    command.addAll(List.of(arguments));
    var process = npm(RUN_WITHIN, command);
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
