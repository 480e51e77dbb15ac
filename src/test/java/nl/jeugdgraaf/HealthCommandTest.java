package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `health` says of a server: ready, not ready, not there.
class HealthCommandTest {
  @RegisterExtension static final SeededServer READY = new SeededServer();

  private static FinishedCommand health(Map<String, String> environment, String... options) {
    var arguments = new String[options.length + 1];
    arguments[0] = "health";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return FinishedCommand.run(environment, arguments);
  }

  @Test
  void aServerThatIsReady() {
    var port = Integer.toString(URI.create(READY.address()).getPort());
    var expected =
        new FinishedCommand(
            0, List.of("The server at " + READY.address() + " is ready."), List.of());
    assertEquals(expected, health(Map.of("PORT", port)));
    assertEquals(expected, health(Map.of("PORT", "1"), "--url", READY.address()));
  }

  @Test
  void aServerThatStarts() {
    var signIn = Authentication.demo(ApiSchema.builtIn().access());
    try (var server = Server.start("127.0.0.1", 0, Limits.DEFAULT, signIn)) {
      var message =
          "jeugdgraaf health: The server at "
              + server.address()
              + " is not ready. Its log says why.";
      assertEquals(FinishedCommand.failed(1, message), health(Map.of(), "--url", server.address()));
    }
  }

  @Test
  void noServer() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var message =
        "jeugdgraaf health: No server answers at http://127.0.0.1:"
            + free
            + ". Start it first, or give its address with --url.";
    assertEquals(
        FinishedCommand.failed(1, message), health(Map.of("PORT", Integer.toString(free))));
  }
}
