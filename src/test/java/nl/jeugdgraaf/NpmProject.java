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

/// A copy of a folder with a `package.json`, whose scripts are run by npm.
///
/// @param folder the copy; its packages stay there until the lock file changes
record NpmProject(Path folder) {
  private static final String PACKAGES = "node_modules";
  private static final Pattern NO_REGISTRY =
      Pattern.compile("code (EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT)");
  private static final Duration INSTALL_WITHIN = Duration.ofMinutes(5);
  private static final Duration RUN_WITHIN = Duration.ofMinutes(2);

  /// The result of a child process.
  ///
  /// @param code its exit code
  /// @param output its output and errors
  record Finished(int code, String output) {}

  /// Copies a folder and installs its packages. Skips the test if npm is missing or its registry
  /// cannot be reached.
  ///
  /// @param sources the folder
  /// @param folder where the copy goes; what an earlier run left there goes, but for the packages
  static NpmProject install(Path sources, Path folder) throws IOException, InterruptedException {
    assumeTrue(isOnPath("npm"), "This needs npm, which is not on the PATH");
    var project = new NpmProject(folder);
    replace(sources, folder);
    project.installPackages();
    return project;
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Copies a folder in place of what an earlier run left, but for packages.
  static void replace(Path sources, Path to) throws IOException {
    Files.createDirectories(to);
    var packages = to.resolve(PACKAGES);
    try (var old = Files.walk(to)) {
      for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(to) && !path.startsWith(packages)) {
          Files.delete(path);
        }
      }
    }
    try (var files = Files.walk(sources)) {
      for (var source : files.filter(Files::isRegularFile).toList()) {
        var copy = to.resolve(sources.relativize(source));
        Files.createDirectories(copy.getParent());
        Files.copy(source, copy);
      }
    }
  }

  private void installPackages() throws IOException, InterruptedException {
    var lock = folder.resolve("package-lock.json");
    var installed = folder.resolve(PACKAGES).resolve("installed-lock.json");
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
        "This needs the npm registry, which cannot be reached");
    assertEquals(0, process.code(), process::output);
    Files.copy(lock, installed);
  }

  /// Runs a script of the package.
  Finished run(String script, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("run", script, "--"));
    command.addAll(List.of(arguments));
    return npm(RUN_WITHIN, command);
  }

  /// Runs a script of the package, which must succeed.
  void assertSucceeds(String script, String... arguments) throws IOException, InterruptedException {
    var process = run(script, arguments);
    assertEquals(0, process.code(), process::output);
  }

  private Finished npm(Duration within, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("npm"));
    command.addAll(arguments);
    var log = Files.createTempFile(folder, "npm-", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
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
    return new Finished(process.exitValue(), output);
  }
}
