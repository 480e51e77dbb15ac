package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as a process: how it starts, what it says when it cannot, how it ends.
@Timeout(120)
@EmptiesDatabase
class MainTest {
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

  private static void assertEnds(int code, List<String> errors, String... arguments)
      throws Exception {
    var process = program(List.of(arguments)).start();
    assertEquals(List.of(), process.inputReader(StandardCharsets.UTF_8).readAllLines());
    assertEquals(errors, process.errorReader(StandardCharsets.UTF_8).readAllLines());
    assertEquals(code, process.waitFor());
  }

  @Test
  void aTokenIsPrintedAlone() throws Exception {
    var signIn = Authentication.demo(ApiSchema.builtIn().access());
    try (var server = Server.start("127.0.0.1", 0, Limits.DEFAULT, signIn)) {
      var arguments = List.of("token", "--url", server.address(), "--role", "PROVIDER");
      var good = new ArrayList<>(arguments);
      good.addAll(List.of("--organisation", "99000012", "--purpose", "CARE"));
      var process = program(good).start();
      var lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
      assertEquals(1, lines.size(), lines::toString);
      assertTrue(lines.getFirst().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"), lines::toString);
      assertEquals(0, process.waitFor());
      assertEnds(
          1,
          List.of(
              "No token: \"organisation\" is missing; role PROVIDER acts for one: an AGB code, a"
                  + " CBS code or a key."),
          arguments.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "token --help"})
  void helpIsShownWhereItIsAsked(String arguments) throws Exception {
    var process = program(List.of(arguments.split(" "))).start();
    var lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
    assertTrue(lines.getFirst().startsWith("Usage: jeugdgraaf "), lines::toString);
    assertEquals(0, process.waitFor());
  }

  @Test
  void wrongArgumentsAreTold() throws Exception {
    var process = program(List.of("nonsense")).start();
    var lines = process.errorReader(StandardCharsets.UTF_8).readAllLines();
    assertEquals("Unmatched argument at index 0: 'nonsense'", lines.getFirst());
    assertEquals(2, process.waitFor());
  }

  private List<String> cannotStart(String... settings) throws Exception {
    var process = start(settings);
    var lines = process.errorReader(StandardCharsets.UTF_8).readAllLines();
    assertEquals(1, process.waitFor(), lines::toString);
    assertEquals(List.of(), process.inputReader(StandardCharsets.UTF_8).readAllLines());
    return lines;
  }

  @Test
  void everyWrongSettingIsToldInOneLine() throws Exception {
    assertEquals(
        List.of(
            "Jeugdgraaf cannot start: HOST is '0.0.0.0'; in demo mode everyone who reaches the"
                + " server can have a token for any role; it must be an address of this machine"
                + " only, such as 127.0.0.1, or tokens must be checked (AUTH_JWKS_URL, AUTH_ISSUER"
                + " and AUTH_AUDIENCE).",
            "Jeugdgraaf cannot start: PORT is 'x'; it must be a whole number from 0 to 65535 (0"
                + " takes any free port)."),
        cannotStart("HOST", "0.0.0.0", "PORT", "x"));
  }

  @Test
  void aTakenPortIsToldInOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());
      assertEquals(
          List.of(
              "Jeugdgraaf cannot start: Port "
                  + port
                  + " on 127.0.0.1 is taken; stop the other program or set PORT."),
          cannotStart("PORT", port));
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsToldInOneLine() throws Exception {
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
  void aSignalStopsItCleanly() throws Exception {
    TestDatabase.empty();
    var uri = TestDatabase.address().uri().toString();
    var process = start("PORT", "0", "JEUGDGRAAF_DATA", "", "NEO4J_URI", uri);
    var lines = process.inputReader(StandardCharsets.UTF_8);
    var welcome = lines.readLine();
    assertTrue(
        welcome.matches("Jeugdgraaf is ready: http://127\\.0\\.0\\.1:\\d+ .*"), () -> welcome);
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }
}
