package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import nl.jeugdgraaf.SeededServer;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.Test;

/// Fault F7: a client that leaves ends the transaction of its operation.
class ClientLeavesTest {
  private static final Statement RUNNING =
      new Statement(
          "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $part AND NOT"
              + " currentQuery STARTS WITH 'SHOW' RETURN count(*) AS running",
          Map.of("part", ":Delivery)"));

  @Test
  void theTransactionEnds() throws Exception {
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
        assertTrue(waitFor(running -> running == 1, Duration.ofSeconds(8)), "it never ran");
        TimeUnit.SECONDS.sleep(1);
        assertEquals(1, running(), "it is not slow enough to tell");
      }
      assertTrue(waitFor(running -> running == 0, Duration.ofSeconds(2)), "it goes on");
    }
  }

  /// Takes the database far longer than the ten seconds of an answer.
  private static String slow() {
    var where = "id: {contains: \\\"x\\\"}";
    for (int i = 0; i < 4; i++) {
      where = "product: {deliveries: {single: {" + where + "}}}";
    }
    return "{ deliveriesConnection(where: {trajectory: {deliveries: {some: {%s}}}}) { totalCount } }"
        .formatted(where);
  }

  private static boolean waitFor(LongPredicate wanted, Duration within)
      throws InterruptedException {
    var until = Instant.now().plus(within);
    while (!wanted.test(running())) {
      if (Instant.now().isAfter(until)) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return true;
  }

  private static long running() {
    return TestDatabase.shared().command(RUNNING).getFirst().get("running").asLong();
  }
}
