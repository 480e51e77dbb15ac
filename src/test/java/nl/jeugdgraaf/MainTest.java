package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as a process: how it starts, what it prints if it cannot start, how it ends.
@Timeout(120)
@EmptiesDatabase
class MainTest {
  /// Date and time with offset, level, class, message.
  private static final String LOG_LINE =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?:Z|[+-]\\d\\d:\\d\\d) [A-Z]+ +\\w+ (.*)";

  @TempDir Path data;

  private Process start(String... settings) throws IOException {
    var builder = program(List.of());
    var environment = builder.environment();
    environment.put("JEUGDGRAAF_DATA", data.toString());
    environment.put("SEED", "none");
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    environment.values().removeIf(String::isEmpty);
    return builder.start();
  }

  private static ProcessBuilder program(List<String> arguments) {
    return Program.prepare(List.of(), arguments);
  }

  /// As in `token | head -0`.
  @Test
  void aReaderThatLeavesCausesNoStackTrace() throws Exception {
    var signIn = Authentication.demo(ApiSchema.builtIn().access());
    try (var server = Server.start("127.0.0.1", 0, Limits.DEFAULT, signIn)) {
      var process =
          program(List.of("token", "--url", server.address(), "--role", "STEWARD")).start();
      process.getInputStream().close();
      assertEquals(List.of(), process.errorReader(StandardCharsets.UTF_8).readAllLines());
      process.waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve", "token", "health", "verify-audit", "policy-diff", "load"})
  void everyCommandShowsHelp(String command) {
    var arguments = Stream.of(command, "--help").filter(it -> !it.isEmpty());
    var finished = FinishedCommand.run(Map.of(), arguments.toArray(String[]::new));
    var usage = ("Usage: jeugdgraaf " + command).strip();
    assertTrue(finished.output().getFirst().startsWith(usage), finished::toString);
    assertEquals(0, finished.code());
  }

  @Test
  void wrongArgumentsEndTheProcessWith2() throws Exception {
    var process = program(List.of("nonsense")).start();
    var lines = process.errorReader(StandardCharsets.UTF_8).readAllLines();
    assertEquals("Unmatched argument at index 0: 'nonsense'", lines.getFirst());
    assertEquals(2, process.waitFor());
  }

  private List<String> cannotStart(String... settings) throws Exception {
    var process = start(settings);
    var lines =
        process
            .errorReader(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.matches(LOG_LINE))
            .toList();
    assertEquals(1, process.waitFor(), lines::toString);
    assertEquals(List.of(), process.inputReader(StandardCharsets.UTF_8).readAllLines());
    return lines;
  }

  @Test
  void everyWrongSettingIsReportedInOneLine() throws Exception {
    assertEquals(
        List.of(
            "Jeugdgraaf cannot start: HOST is '0.0.0.0'; in demo mode anyone who reaches the server"
                + " can get a token for any role, so it must be a loopback address such as"
                + " 127.0.0.1. To listen elsewhere, set AUTH_JWKS_URL, AUTH_ISSUER and"
                + " AUTH_AUDIENCE, or DEMO_OPEN to true if all persons are made up.",
            "Jeugdgraaf cannot start: PORT is 'x'; it must be a whole number from 0 to 65535 (0"
                + " takes any free port)."),
        cannotStart("HOST", "0.0.0.0", "PORT", "x"));
  }

  @Test
  void aFolderWithoutSeedIsReportedInOneLine() throws Exception {
    var process = program(List.of()).directory(data.toFile()).start();
    assertEquals(
        List.of(
            "Jeugdgraaf cannot start: There is no folder 'seed' here to load at the start. Start"
                + " where it is, set SEED to a folder with seed files or to none, or set NEO4J_URI"
                + " to the address of your Neo4j."),
        process.errorReader(StandardCharsets.UTF_8).readAllLines());
    assertEquals(1, process.waitFor());
  }

  @Test
  void aTakenPortIsReportedInOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());
      assertEquals(
          List.of(
              "Jeugdgraaf cannot start: Port "
                  + port
                  + " on 127.0.0.1 is in use. Stop the other program or set PORT."),
          cannotStart("PORT", port));
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsReportedInOneLine() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var uri = "bolt://127.0.0.1:" + free;
    var lines = cannotStart("PORT", "0", "JEUGDGRAAF_DATA", "", "NEO4J_URI", uri);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(
        lines
            .getFirst()
            .startsWith("Jeugdgraaf cannot start: NEO4J_URI " + uri + " cannot be reached;"),
        lines::toString);
  }

  @Test
  void aStartSaysWhatRunsAndASignalStopsItCleanly() throws Exception {
    var database = TestDatabase.seededOrEmpty().address();
    var log = data.resolve("log");
    var process =
        Program.serve(Map.of("SEED", "none", "AUDIT_DATA", data.resolve("audit").toString()), log)
            .process();
    var output = process.inputReader(StandardCharsets.UTF_8);
    var ready = output.readLine();
    var started = Pattern.compile("Jeugdgraaf is ready: (http://127\\.0\\.0\\.1:\\d+) .*");
    var address = started.matcher(ready);
    assertTrue(address.matches(), ready);
    assertTrue(output.readLine().contains("curl -s " + address.group(1) + "/graphql "));
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());

    var lines = Files.readAllLines(log);
    assertEquals(List.of(), lines.stream().filter(line -> !line.matches(LOG_LINE)).toList());
    var messages = lines.stream().map(line -> line.replaceFirst(LOG_LINE, "$1")).toList();
    var publicKey = Files.readString(data.resolve("audit").resolve("audit.pub")).strip();
    for (var message :
        List.of(
            "Address: " + address.group(1) + ", not ready yet",
            "Mode: demo; anyone who reaches this address can get a token for any role",
            "Database: " + database,
            "Audit log: " + data.resolve("audit") + ", public key " + publicKey)) {
      assertTrue(messages.contains(message), () -> message + " is not in " + messages);
    }
  }
}
