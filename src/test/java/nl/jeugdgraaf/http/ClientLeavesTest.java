package nl.jeugdgraaf.http;

import static nl.jeugdgraaf.http.Eventually.becomesTrue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import nl.jeugdgraaf.SeededServer;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.Test;

/// When a client disconnects, the transaction of its operation ends.
class ClientLeavesTest {
  /// Counts the operation of this test, not those by which the server publishes statistics.
  private static final Statement RUNNING =
      new Statement(
          "SHOW TRANSACTIONS YIELD currentQuery WHERE size(split(currentQuery, $part)) > 4 AND NOT"
              + " currentQuery STARTS WITH 'SHOW' RETURN count(*) AS running",
          Map.of("part", ":OF_PRODUCT"));

  @Test
  void theTransactionOfADisconnectedClientEnds() throws Exception {
    try (var server = new SeededServer()) {
      var address = URI.create(server.address());
      try (var socket = new Socket(address.getHost(), address.getPort())) {
        var body = "{\"query\":\"" + slow() + "\"}";
        var request =
            "POST /graphql HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n"
                    .formatted(address.getAuthority(), server.steward())
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(body.length(), body);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertTrue(becomesTrue(() -> running() == 1, Duration.ofSeconds(8)), "it never ran");
        assertFalse(becomesTrue(() -> running() == 0, Duration.ofSeconds(1)), "it is too fast");
      }
      assertTrue(becomesTrue(() -> running() == 0, Duration.ofSeconds(2)), "it still runs");
    }
  }

  /// Has an answer far larger than what fits between server and client, who does not read it.
  private static String slow() {
    return "{ deliveries { product { deliveries { product { deliveries { key } } } } } }";
  }

  private static long running() {
    return TestDatabase.shared().command(RUNNING).getFirst().get("running").asLong();
  }
}
