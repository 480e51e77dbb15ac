package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process: how it starts, what it says when it cannot, how it ends.
@Timeout(120)
class MainTest {
  @TempDir Path data;

  private Process start(String... settings) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    var environment = builder.environment();
    List.of("PORT", "HOST", "SCALE", "LOG_LEVEL").forEach(environment::remove);
    environment.keySet().removeIf(name -> name.startsWith("NEO4J_") || name.startsWith("AUTH_"));
    environment.put("JEUGDGRAAF_DATA", data.toString());
    environment.put("SEED", "none");
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    environment.values().removeIf(String::isEmpty);
    return builder.start();
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
