package nl.jeugdgraaf.auth;

import static nl.jeugdgraaf.http.Eventually.assertEventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A token counts for one request, not for the connection that it came over.
@Timeout(30)
class ExpiredTokenTest {
  /// How far clocks may differ.
  private static final Duration SKEW = Duration.ofSeconds(60);

  @RegisterExtension static final TokenServer SERVER = new TokenServer();

  /// One connection, over which several requests are sent one after the other.
  private static final class OneConnection implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    OneConnection() throws IOException {
      socket = SERVER.server().connect();
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Sends an operation with a token, or without one if it is empty, and returns the status.
    int send(String token) throws IOException {
      var request =
          "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\ncontent-type: application/json\r\n"
              + (token.isEmpty() ? "" : "authorization: Bearer " + token + "\r\n")
              + "content-length: "
              + TestServer.OPERATION.length()
              + "\r\n\r\n"
              + TestServer.OPERATION;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var head = new ArrayList<String>();
      for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.add(line.toLowerCase(Locale.ROOT));
      }
      var length = value(head, "content-length: ");
      assertEquals(Integer.parseInt(length), in.skip(Integer.parseInt(length)));
      return Integer.parseInt(value(head, "http/1.1 ").substring(0, 3));
    }

    private static String value(List<String> head, String name) {
      return head.stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static List<String> roles() {
    return SERVER.callers().stream().map(Caller::role).toList();
  }

  @Test
  void aTokenThatExpiresIsRefusedOnTheNextRequestOfItsConnection() throws Exception {
    var end = Instant.now().minus(SKEW).plusSeconds(2);
    var token = TestIssuer.token(claims -> claims.expirationTime(Date.from(end)));
    try (var connection = new OneConnection()) {
      assertEquals(200, connection.send(token));
      assertEquals(200, connection.send(token));
      assertEventually(() -> connection.send(token) == 401);
      // The claim has no fractions of a second.
      assertFalse(Instant.now().isBefore(end.plus(SKEW).minusSeconds(1)));
      assertEquals(200, connection.send(TestIssuer.token()));
      assertEquals(401, connection.send(token));
    }
  }

  /// The next request over a connection is not from the caller of the one before.
  @Test
  void aTokenSaysNothingAboutOtherRequestsOfItsConnection() throws Exception {
    try (var connection = new OneConnection()) {
      assertEquals(200, connection.send(TestIssuer.token()));
      assertEquals(200, connection.send(""));
      var other = TestIssuer.token(claims -> claims.claim("role", "SCHOOL"));
      assertEquals(200, connection.send(other));
      assertEquals(401, connection.send(other + "x"));
    }
    assertEquals(List.of("PROVIDER", "", "SCHOOL"), roles());
  }
}
